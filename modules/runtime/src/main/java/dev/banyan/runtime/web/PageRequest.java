package dev.banyan.runtime.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code limit} (1 to 100, default 20) and {@code cursor} of a list request, as a controller's parameter; a bad one
 * answers 400. A cursor is opaque to clients: the sort values of the last row, and the list it belongs to.
 */
public record PageRequest(int limit, @Nullable String cursor) {
    /** One row more than asked for tells whether there is a next page; see {@code Page.of}. */
    public int fetch() {
        return limit + 1;
    }

    /**
     * The sort values after which this page starts, empty for the first page.
     *
     * @param list names the list and its order (such as {@code products:price}): another list's cursor is a 400
     * @param size how many values the order has
     */
    public List<String> after(String list, int size) {
        return cursor == null ? List.of() : Cursors.decode(cursor, list, size);
    }

    /** The cursor that continues after a row with these sort values. */
    public static String cursor(String list, String... values) {
        return Cursors.encode(list, List.of(values));
    }
}
