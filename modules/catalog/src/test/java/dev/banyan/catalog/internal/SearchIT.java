package dev.banyan.catalog.internal;

import static dev.banyan.catalog.internal.Bodies.eur;
import static dev.banyan.catalog.internal.Bodies.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.web.PageRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SearchIT extends CatalogIT {
    @Autowired
    ProductService products;

    @Autowired
    ListingService listings;

    private String category = "";

    @BeforeEach
    void aloneInACategory() {
        category = fresh("found-");
    }

    @Test
    void namesCountMoreThanCategoriesAttributesAndDescriptions() {
        create("Zitherbox", "A thing to play.", "Red");
        create("Wallhook", "Carries a zitherbox.", "Red");
        create("Polish", "For varnish.", "Zitherbox");
        assertThat(search("zitherbox")).containsExactly("Zitherbox", "Polish", "Wallhook");
        assertThat(search("zitherbox varnish")).containsExactly("Polish");
    }

    @Test
    void findsByPrefixStemAccentAndCase() {
        create("Crème Brûlée Torches", "", "Red");
        for (var typed : List.of("cre", "CREME", "crème brulee", "torch", "torches", "brûl torc")) {
            assertThat(search(typed)).as(typed).containsExactly("Crème Brûlée Torches");
        }
    }

    @Test
    void wordsThatNobodyHasAreIgnoredBesideOthers() {
        create("Quaichmaker", "", "Red");
        assertThat(search("the quaichmaker xqzzyw")).containsExactly("Quaichmaker");
        assertThat(search("xqzzyw")).isEmpty();
    }

    @Test
    void whatIsSpelledRightIsNotCorrected() {
        create("Farthing", "", "Red");
        create("Farthings", "", "Red");
        create("Farthling", "", "Red");
        assertThat(search("farthling")).containsExactly("Farthling");
    }

    @Test
    void exactWordsComeFirst() {
        create("Marlinspikes", "", "Red");
        create("Marlin", "", "Red");
        assertThat(search("marlin")).containsExactly("Marlin", "Marlinspikes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%", "_", "*", "'", "''", "\\", "!!", "<->", "(((", ":*", "\ud800", "🫖", "\t\n", "{}", "?", " & | "
            })
    void signsFindNothing(String typed) {
        create("Tame", "", "Red");
        assertThat(search(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tame & 'x'",
                "!tame",
                "tame:*B | wild",
                "t%m_",
                "tame'); DROP TABLE catalog.product; --",
                "$1 tame",
                ":all tame",
                "ﷺ tame",
                "１２ tame",
                "tame <2> wild"
            })
    void searchesAreNeverExpressions(String typed) {
        create("Tame", "", "Red");
        create("Wild", "", "Red");
        assertThat(search(typed)).as(typed).isSubsetOf("Tame", "Wild");
    }

    @Test
    void longSearchesAreAnswered() {
        assertThat(search("ab ".repeat(66))).isEmpty();
        assertThat(search("a".repeat(200))).isEmpty();
    }

    private void create(String name, String description, String colour) {
        products.create(
                Ids.next(),
                new ProductBody(
                        null,
                        name,
                        description,
                        category,
                        List.of(new ProductOption("Colour", List.of(colour))),
                        List.of(new VariantBody(fresh("S-"), Map.of("Colour", colour), List.of(eur(1)), 1))));
    }

    private List<String> search(String typed) {
        var filter = new ListingFilter("EUR", category, null, null, typed);
        return listings.page(filter, ListingOrder.RELEVANCE, new PageRequest(10, null)).items().stream()
                .map(ListedProduct::name)
                .toList();
    }
}
