package dev.banyan.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Page;
import dev.banyan.runtime.web.PageRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "banyan.demo=true")
class DemoCatalogIT extends CatalogIT {
    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{5,}");

    @Autowired
    ListingService listings;

    @Autowired
    CategoryQueries categories;

    @Autowired
    DemoCatalog demo;

    @Test
    void anEmptyCatalogueIsFilledAtStartAndOnce() {
        demo.fill();
        int products = inTransaction(jdbc -> jdbc.sql("SELECT count(*) FROM catalog.product")
                .query(Integer.class)
                .single());
        assertThat(products).isEqualTo(200);
        assertThat(categories.tree()).hasSize(8).allSatisfy(category -> assertThat(category.children())
                .isNotEmpty());
        assertThat(listings.page(filter(null, "USD"), ListingOrder.NEWEST, new PageRequest(100, null)).items())
                .hasSize(100);
    }

    @Test
    void findsEachProductByItsName() {
        for (var product : DemoCatalog.read()) {
            assertThat(search(product.name()).items().getFirst().name()).isEqualTo(product.name());
        }
    }

    @Test
    void findsEachProductByTheBeginningOfItsFirstWord() {
        assertThat(DemoCatalog.read())
                .filteredOn(product -> !found(product, product.name().substring(0, 5)))
                .extracting(ProductBody::name)
                .isEmpty();
    }

    /** Each misspelled word alone, and now and then in the whole name. */
    @Test
    void findsProductsDespiteTypingErrors() {
        var missed = new ArrayList<String>();
        int searches = 0;
        for (var product : DemoCatalog.read()) {
            var words = LONG_WORD.matcher(product.name());
            while (words.find()) {
                for (var misspelled : misspellings(words.group())) {
                    var name = product.name().substring(0, words.start()) + misspelled
                            + product.name().substring(words.end());
                    for (var typed : searches % 10 == 0 ? List.of(misspelled, name) : List.of(misspelled)) {
                        searches++;
                        if (!found(product, typed)) {
                            missed.add(typed + " for " + product.name());
                        }
                    }
                }
            }
        }
        System.out.printf("%d of %d misspelled searches missed: %s%n", missed.size(), searches, missed);
        assertThat(searches).isGreaterThan(5000);
        assertThat(missed).hasSizeLessThanOrEqualTo(searches * 5 / 100);
    }

    private boolean found(ProductBody product, String typed) {
        return search(typed).items().stream().anyMatch(item -> item.slug().equals(product.slug()));
    }

    private Page<ListedProduct> search(String typed) {
        return listings.page(filter(typed, "EUR"), ListingOrder.RELEVANCE, new PageRequest(10, null));
    }

    private static ListingFilter filter(String search, String currency) {
        return new ListingFilter(currency, "", null, null, search);
    }

    /** Each letter after the second left out, doubled, or swapped with the next. */
    private static Set<String> misspellings(String word) {
        var misspellings = new LinkedHashSet<String>();
        for (int i = 2; i < word.length(); i++) {
            misspellings.add(word.substring(0, i) + word.substring(i + 1));
            misspellings.add(word.substring(0, i + 1) + word.substring(i));
            if (i + 1 < word.length()) {
                misspellings.add(word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2));
            }
        }
        misspellings.remove(word.toLowerCase(Locale.ROOT));
        misspellings.remove(word);
        return misspellings;
    }
}
