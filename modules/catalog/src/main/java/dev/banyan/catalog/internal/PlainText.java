package dev.banyan.catalog.internal;

/** Which characters a text may have: all but control characters and halves of surrogate pairs, which can't be stored. */
final class PlainText {
    static final String LINE = "[^\\p{Cc}\\p{Cs}]*";
    static final String PARAGRAPHS = "[\\n\\r\\t[^\\p{Cc}\\p{Cs}]]*";

    private PlainText() {}
}
