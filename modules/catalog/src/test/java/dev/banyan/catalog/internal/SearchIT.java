package dev.banyan.catalog.internal;

import static dev.banyan.catalog.internal.Bodies.eur;
import static dev.banyan.catalog.internal.Bodies.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Page;
import dev.banyan.runtime.web.IfMatch;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SearchIT extends CatalogIT {
    private static final IfMatch ANY = new IfMatch(null);

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

    /** Somebody wrote "Quilltop" once and mended it: that is a word no more. */
    @Test
    void aWordThatWasCorrectedIsAMisspelling() {
        var id = create("Quilltop", "", "Red");
        assertThat(search("quilltop")).containsExactly("Quilltop");
        products.replace(id, ANY, body("Quillpot", "", "Red"));
        assertThat(search("quilltop")).containsExactly("Quillpot");
    }

    @Test
    void aWordOfArchivedProductsAloneIsAMisspelling() {
        products.archive(create("Brambleweed", "", "Red"), ANY);
        create("Bramblewood", "", "Red");
        assertThat(search("brambleweed")).containsExactly("Bramblewood");
        assertThat(search("bramblewed")).containsExactly("Bramblewood");
    }

    @Test
    void nothingArchivedIsMeant() {
        products.archive(create("Snorfelbox", "", "Red"), ANY);
        assertThat(search("snorfelbox")).isEmpty();
        assertThat(search("snorfle")).isEmpty();
    }

    /** Of two words that may be meant, one is new when the second page is asked for. */
    @Test
    void pagesOfASearchKeepItsMeaning() {
        for (var name : List.of("Gorblestick", "Gorblestick B", "Gorblestick C")) {
            create(name, "", "Red");
        }
        var first = page("gorblestuck", new PageRequest(1, null));
        create("Gorblestack", "", "Red");
        create("Gorblestuck", "", "Red");

        var rest = page("gorblestuck", new PageRequest(10, first.nextCursor()));

        assertThat(Stream.of(first, rest).flatMap(page -> page.items().stream()).map(ListedProduct::name))
                .containsExactlyInAnyOrder("Gorblestick", "Gorblestick B", "Gorblestick C");
        assertThatThrownBy(() -> page("another search", new PageRequest(10, first.nextCursor())))
                .isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tame", "tame/tame/' | x", "tame/tame  ", "tame/tame/:*", "'tame'/", "wild/wild", "tame//"})
    void refusesAMadeUpMeaning(String meaning) {
        refuses(meaning);
    }

    @Test
    void refusesAMadeUpMeaningOfAnySize() {
        refuses("tame/tame/" + "x".repeat(2500));
        refuses("tame/tame" + "/x".repeat(1200));
        refuses("tame/tame ".repeat(100).strip());
    }

    @Test
    void takesAWordOfAnyLength() {
        assertThat(page("\u3316".repeat(200), new PageRequest(10, null)).items())
                .isEmpty();
    }

    private void refuses(String meaning) {
        var cursor = PageRequest.cursor("products:relevance", "1.0", Ids.next().toString(), meaning);
        assertThatThrownBy(() -> page("tame", new PageRequest(10, cursor))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void theLongestSearchFitsIntoACursor() {
        var words = IntStream.range(0, 12)
                .mapToObj(i -> "longsearchwo" + (char) ('a' + i) + "d")
                .toList();
        create(String.join(" ", words), "", "Red");
        create(String.join(" ", words), "", "Red");
        var typed = String.join(" ", words).replace("longsearchwo", "longsaerchwo");
        var first = page(typed, new PageRequest(1, null));
        assertThat(page(typed, new PageRequest(1, first.nextCursor())).items()).hasSize(1);
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

    private UUID create(String name, String description, String colour) {
        return products.create(Ids.next(), body(name, description, colour)).id();
    }

    private ProductBody body(String name, String description, String colour) {
        return new ProductBody(
                null,
                name,
                description,
                category,
                List.of(new ProductOption("Colour", List.of(colour))),
                List.of(new VariantBody(fresh("S-"), Map.of("Colour", colour), List.of(eur(1)), 1)));
    }

    private List<String> search(String typed) {
        return page(typed, new PageRequest(10, null)).items().stream()
                .map(ListedProduct::name)
                .toList();
    }

    private Page<ListedProduct> page(String typed, PageRequest page) {
        return listings.page(new ListingFilter("EUR", category, null, null, typed), ListingOrder.RELEVANCE, page);
    }
}
