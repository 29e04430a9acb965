package dev.banyan.catalog.internal;

import dev.banyan.kernel.Currencies;
import dev.banyan.kernel.Money;
import dev.banyan.runtime.web.InvalidRequestException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The query parameters of the product list as they came; an empty one counts as left out. */
record ListingParameters(
        @Nullable String q,
        @Nullable String category,
        @Nullable String minPrice,
        @Nullable String maxPrice,
        @Nullable String currency,
        @Nullable String sort) {
    private static final int LONGEST_SEARCH = 200;

    /** Fails with 400 on the first parameter that doesn't fit. */
    ListingFilter filter(Currencies currencies) {
        var min = price("minPrice", minPrice);
        var max = price("maxPrice", maxPrice);
        if (min != null && max != null && min > max) {
            throw InvalidRequestException.field("minPrice", "invalid", "is above maxPrice");
        }
        return new ListingFilter(currencyOf(currency, currencies), categoryPath(), min, max, search());
    }

    /** By relevance when something is searched for, else the newest first. */
    ListingOrder order() {
        var order = isBlank(sort)
                ? ListingOrder.RELEVANCE
                : ListingOrder.of(Objects.requireNonNull(sort))
                        .orElseThrow(() -> InvalidRequestException.field(
                                "sort", "invalid", "is one of relevance, newest, price, -price, name"));
        return order == ListingOrder.RELEVANCE && isBlank(q) ? ListingOrder.NEWEST : order;
    }

    /** The currency asked for, or the shop's first. */
    static String currencyOf(@Nullable String currency, Currencies currencies) {
        if (currency == null || currency.isEmpty()) {
            return currencies.primary();
        }
        if (!currencies.contains(currency)) {
            throw InvalidRequestException.field(
                    "currency", "invalid", "is one of " + String.join(", ", currencies.codes()));
        }
        return currency;
    }

    private @Nullable String search() {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.length() > LONGEST_SEARCH) {
            throw InvalidRequestException.field("q", "too-long", "has at most %d characters".formatted(LONGEST_SEARCH));
        }
        if (q.indexOf('\0') >= 0) {
            throw InvalidRequestException.field("q", "invalid", "has a character that is no text");
        }
        return q;
    }

    private String categoryPath() {
        if (category == null || category.isEmpty()) {
            return "";
        }
        if (!category.matches(Slugs.PATH_PATTERN)) {
            throw InvalidRequestException.field("category", "invalid", "is a path of slugs such as kitchen/teapots");
        }
        return category;
    }

    private static @Nullable Long price(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (!value.matches("[0-9]{1,13}") || Long.parseLong(value) > Money.MAX_AMOUNT) {
            throw InvalidRequestException.field(field, "invalid", "is an amount in minor units, from 0 to 10^12");
        }
        return Long.valueOf(value);
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
