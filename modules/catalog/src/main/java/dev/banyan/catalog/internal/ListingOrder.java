package dev.banyan.catalog.internal;

import java.util.Arrays;
import java.util.Optional;

/** The orders of a product list. Each ends with the id, so that it is total and a cursor stays valid under inserts. */
enum ListingOrder {
    /** Best match first; without a search it is {@link #NEWEST}. */
    RELEVANCE("relevance", "score DESC, id DESC", "(score, id) < (:after, :afterId)"),
    NEWEST("newest", "id DESC", "id < :afterId"),
    PRICE("price", "price, id", "(price, id) > (:after, :afterId)"),
    PRICE_DESCENDING("-price", "price DESC, id DESC", "(price, id) < (:after, :afterId)"),
    NAME("name", "name_key, id", "(name_key, id) > (:after, :afterId)");

    private final String parameter;
    private final String orderBy;
    private final String afterCursor;

    ListingOrder(String parameter, String orderBy, String afterCursor) {
        this.parameter = parameter;
        this.orderBy = orderBy;
        this.afterCursor = afterCursor;
    }

    static Optional<ListingOrder> of(String parameter) {
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst();
    }

    String parameter() {
        return parameter;
    }

    String orderBy() {
        return orderBy;
    }

    /** The condition for rows behind the one with the sort value {@code :after} and the id {@code :afterId}. */
    String afterCursor() {
        return afterCursor;
    }

    /** A row's sort value as a cursor keeps it. */
    String value(ListingRow row) {
        return switch (this) {
            case RELEVANCE -> Double.toString(row.score());
            case NEWEST -> "";
            case PRICE, PRICE_DESCENDING -> Long.toString(row.product().price().amount());
            case NAME -> row.nameKey();
        };
    }

    /**
     * A cursor's sort value as the database compares it.
     *
     * @throws NumberFormatException when the cursor was made up; a made-up name is brought into the form that names have
     */
    Object parse(String value) {
        return switch (this) {
            case RELEVANCE -> Double.parseDouble(value);
            case PRICE, PRICE_DESCENDING -> Long.parseLong(value);
            case NEWEST, NAME -> Words.fold(value);
        };
    }
}
