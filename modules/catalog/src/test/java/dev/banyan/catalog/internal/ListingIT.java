package dev.banyan.catalog.internal;

import static dev.banyan.catalog.internal.Bodies.eur;
import static dev.banyan.catalog.internal.Bodies.fresh;
import static dev.banyan.catalog.internal.Bodies.simple;
import static dev.banyan.catalog.internal.Bodies.sized;
import static dev.banyan.catalog.internal.Bodies.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.web.IfMatch;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class ListingIT extends CatalogIT {
    private static final IfMatch ANY = new IfMatch(null);

    @Autowired
    ProductService products;

    @Autowired
    ListingService listings;

    @Autowired
    CategoryQueries categories;

    private String category = "";

    /** A word that all of this test's products have in their names. */
    private String word = "";

    @BeforeEach
    void stock() {
        category = fresh("shelf-");
        word = fresh("word");
        create("Éclair", 300);
        create("apple", 100);
        create("Banana", 200);
        create("cherry", 200);
    }

    @Test
    void ordersByWhatIsAskedFor() {
        assertThat(names(ListingOrder.NEWEST)).containsExactly("cherry", "Banana", "apple", "Éclair");
        assertThat(names(ListingOrder.PRICE)).containsExactly("apple", "Banana", "cherry", "Éclair");
        assertThat(names(ListingOrder.PRICE_DESCENDING)).containsExactly("Éclair", "cherry", "Banana", "apple");
        assertThat(names(ListingOrder.NAME)).containsExactly("apple", "Banana", "cherry", "Éclair");
    }

    @ParameterizedTest
    @EnumSource(ListingOrder.class)
    void pagesFitTogetherThoughProductsAreAdded(ListingOrder order) {
        var before = names(order);
        var filter = filter(null, null, word);
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = listings.page(filter, order, new PageRequest(1, cursor));
            page.items().forEach(item -> seen.add(shortName(item)));
            cursor = page.nextCursor();
            if (seen.size() < 6) {
                create("Added " + seen.size(), 200);
            }
        } while (cursor != null && seen.size() < 50);
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(before);
    }

    @Test
    void filtersByPriceInTheCurrency() {
        assertThat(items(filter(100L, 200L, null))).containsExactlyInAnyOrder("apple", "Banana", "cherry");
        assertThat(items(filter(201L, null, null))).containsExactly("Éclair");
        assertThat(items(filter(null, 99L, word))).isEmpty();
        assertThat(items(filter(150L, 250L, word))).containsExactlyInAnyOrder("Banana", "cherry");
    }

    @Test
    void aCategoryHoldsWhatIsBelowIt() {
        products.create(Ids.next(), simple("below", category + "/sub", eur(1)));
        products.create(Ids.next(), simple("beside", category + "-other", eur(1)));
        assertThat(items(filter(null, null, null))).contains("below", "apple").doesNotContain("beside");
        assertThat(items(new ListingFilter("EUR", category + "/sub", null, null, null)))
                .containsExactly("below");
        assertThat(items(new ListingFilter("EUR", category + "/unknown", null, null, null)))
                .isEmpty();
        assertThat(categories.tree())
                .filteredOn(view -> view.slug().equals(category))
                .singleElement()
                .satisfies(view -> assertThat(view.children())
                        .containsExactly(new CategoryView("sub", "Sub", category + "/sub", List.of())));
    }

    @Test
    void showsTheLowestPriceOfWhatIsOnSale() {
        var cheap = fresh("C-");
        var dear = fresh("D-");
        var body = sized(fresh("Two prices "), List.of(cheap, dear), eur(500), usd(600));
        var id = products.create(Ids.next(), body).id();
        var inDollars = new ListingFilter("USD", "things", null, null, null);
        products.reprice(id, cheap, ANY, List.of(eur(400)));
        assertThat(price(new ListingFilter("EUR", "things", null, null, null), body.name()))
                .isEqualTo(400);
        assertThat(price(inDollars, body.name())).isEqualTo(600);
        products.reprice(id, dear, ANY, List.of(eur(500)));
        assertThat(price(inDollars, body.name())).isNull();
        products.replace(id, ANY, sized(body.name(), List.of(dear), eur(500)));
        assertThat(price(new ListingFilter("EUR", "things", null, null, null), body.name()))
                .isEqualTo(500);
        products.archive(id, ANY);
        assertThat(price(new ListingFilter("EUR", "things", null, null, null), body.name()))
                .isNull();
    }

    @Test
    void refusesMadeUpCursors() {
        for (var values : List.of(new String[] {"x", "y"}, new String[] {"1", "no id"}, new String[] {"1e3", "7"})) {
            var page = new PageRequest(5, PageRequest.cursor("products:price", values));
            assertThatThrownBy(() -> listings.page(filter(null, null, null), ListingOrder.PRICE, page))
                    .isInstanceOf(InvalidRequestException.class);
        }
        var foreign = new PageRequest(
                5, PageRequest.cursor("products:name", "a", Ids.next().toString()));
        assertThatThrownBy(() -> listings.page(filter(null, null, null), ListingOrder.PRICE, foreign))
                .isInstanceOf(InvalidRequestException.class);
        var withNul = new PageRequest(
                5, PageRequest.cursor("products:name", "a\0b", Ids.next().toString()));
        assertThat(listings.page(filter(null, null, null), ListingOrder.NAME, withNul)
                        .items())
                .isNotNull();
    }

    private void create(String name, long price) {
        products.create(Ids.next(), simple(name + " " + word, category, eur(price)));
    }

    private List<String> names(ListingOrder order) {
        var search = order == ListingOrder.RELEVANCE ? word : null;
        return listings.page(filter(null, null, search), order, new PageRequest(100, null)).items().stream()
                .map(this::shortName)
                .toList();
    }

    private List<String> items(ListingFilter filter) {
        return listings.page(filter, ListingOrder.NEWEST, new PageRequest(100, null)).items().stream()
                .map(this::shortName)
                .toList();
    }

    private @Nullable Long price(ListingFilter filter, String name) {
        return listings.page(filter, ListingOrder.NEWEST, new PageRequest(100, null)).items().stream()
                .filter(item -> item.name().equals(name))
                .map(item -> item.price().amount())
                .findFirst()
                .orElse(null);
    }

    private String shortName(ListedProduct item) {
        return item.name().replace(" " + word, "");
    }

    private ListingFilter filter(@Nullable Long min, @Nullable Long max, @Nullable String search) {
        return new ListingFilter("EUR", category, min, max, search);
    }
}
