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
        var after = position(order, page.after(list, 2));
        SearchQuery search = null;
        if (filter.search() != null) {
            search = terms.understand(filter.search()).orElse(null);
            if (search == null) {
                return Page.whole(List.of());
            }
        }
        var rows = listings.page(filter, search, order, after, page.fetch());
        return Page.of(rows, page.limit(), row -> cursor(list, order, row)).map(ListingRow::product);
    }

    private static String cursor(String list, ListingOrder order, ListingRow last) {
        return PageRequest.cursor(list, order.value(last), last.product().id().toString());
    }

    private static @Nullable Position position(ListingOrder order, List<String> values) {
        if (values.isEmpty()) {
            return null;
        }
        try {
            return new Position(order.parse(values.get(0)), UUID.fromString(values.get(1)));
        } catch (IllegalArgumentException madeUp) {
            throw InvalidRequestException.field("cursor", "invalid", "is not a cursor of this list");
        }
    }
}
