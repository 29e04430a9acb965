package dev.banyan.catalog.internal;

import java.util.regex.Pattern;

/** Names for use in addresses: lower-case words of ASCII letters and digits, joined by hyphens. */
final class Slugs {
    /** A product's slug. The repetition is bounded, so that no input can exhaust the matcher. */
    static final String PATTERN = "[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){0,99}";

    /** A category: slugs joined by slashes. */
    static final String PATH_PATTERN = "[a-z0-9](?:[a-z0-9]|[-/](?=[a-z0-9])){0,199}";

    private static final String NAMELESS = "product";
    private static final int LONGEST_GENERATED = 80;
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private Slugs() {}

    /** The slug, or one with a word in front when it has the form of an id, by which no product is found as by a slug. */
    static String unlikeId(String slug) {
        return ProductQueries.isId(slug) ? NAMELESS + "-" + slug : slug;
    }

    /** A slug that says {@code name}; {@code product} for a name without a Latin letter or digit. */
    static String of(String name) {
        var slug = trim(OTHER.matcher(Words.fold(name)).replaceAll("-"));
        var bounded = slug.length() > LONGEST_GENERATED ? trim(slug.substring(0, LONGEST_GENERATED)) : slug;
        return bounded.isEmpty() ? NAMELESS : unlikeId(bounded);
    }

    private static String trim(String slug) {
        int start = slug.startsWith("-") ? 1 : 0;
        int end = slug.endsWith("-") && slug.length() > start ? slug.length() - 1 : slug.length();
        return slug.substring(start, end);
    }
}
