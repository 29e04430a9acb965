package dev.banyan.catalog.internal;

import dev.banyan.catalog.internal.ListingQueries.Position;
import dev.banyan.kernel.Page;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.PageRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists products on sale, and searches among them. */
@Service
class ListingService {
    private final ListingQueries listings;
    private final SearchTerms terms;

    ListingService(ListingQueries listings, SearchTerms terms) {
        this.listings = listings;
        this.terms = terms;
    }

    @Transactional(readOnly = true)
    public Page<ListedProduct> page(ListingFilter filter, ListingOrder order, PageRequest page) {
        var list = "products:" + order.parameter();
        var typed = filter.search();
        var values = page.after(list, typed == null ? 2 : 3);
        var after = position(order, values);
        var search = typed == null ? null : search(typed, values);
        if (typed != null && search == null) {
            return Page.whole(List.of());
        }
        var rows = listings.page(filter, search, order, after, page.fetch());
        return Page.of(rows, page.limit(), row -> cursor(list, order, search, row))
                .map(ListingRow::product);
    }

    /** Pages after the first keep what the first one's search meant, or products might come twice or never. */
    private @Nullable SearchQuery search(String typed, List<String> values) {
        if (values.isEmpty()) {
            return terms.understand(typed).orElse(null);
        }
        try {
            return SearchQuery.parse(values.get(2), typed);
        } catch (IllegalArgumentException madeUp) {
            throw badCursor();
        }
    }

    private static String cursor(String list, ListingOrder order, @Nullable SearchQuery search, ListingRow last) {
        var id = last.product().id().toString();
        return search == null
                ? PageRequest.cursor(list, order.value(last), id)
                : PageRequest.cursor(list, order.value(last), id, search.text());
    }

    private static @Nullable Position position(ListingOrder order, List<String> values) {
        if (values.isEmpty()) {
            return null;
        }
        try {
            return new Position(order.parse(values.get(0)), UUID.fromString(values.get(1)));
        } catch (IllegalArgumentException madeUp) {
            throw badCursor();
        }
    }

    private static InvalidRequestException badCursor() {
        return InvalidRequestException.field("cursor", "invalid", "is not a cursor of this list");
    }
}
