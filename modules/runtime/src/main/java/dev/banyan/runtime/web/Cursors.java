package dev.banyan.runtime.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Cursors as text: base64 of the list's name and the values, each with its length in front. */
final class Cursors {
    /** More than any cursor of ours: a sort key may be many times as long as what it was made of. A request's head has 16 KiB. */
    private static final int MAX_LENGTH = 12 * 1024;

    private Cursors() {}

    static String encode(String list, List<String> values) {
        var text = new StringBuilder();
        append(text, list);
        values.forEach(value -> append(text, value));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static List<String> decode(String cursor, String list, int size) {
        try {
            if (cursor.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("too long");
            }
            var parts = split(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (parts.size() != size + 1 || !parts.getFirst().equals(list)) {
                throw new IllegalArgumentException("another list's");
            }
            return parts.subList(1, parts.size());
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw InvalidRequestException.field("cursor", "invalid", "is not a cursor of this list");
        }
    }

    private static void append(StringBuilder text, String value) {
        text.append(value.length()).append(':').append(value);
    }

    private static List<String> split(String text) {
        var parts = new ArrayList<String>();
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int length = Integer.parseInt(text.substring(at, colon));
            parts.add(text.substring(colon + 1, colon + 1 + length));
            at = colon + 1 + length;
        }
        return parts;
    }
}
