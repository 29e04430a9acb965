package dev.banyan.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Page;
import dev.banyan.runtime.web.PageRequest;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
        assertThat(categories.tree())
                .hasSize(8)
                .allSatisfy(category -> assertThat(category.children()).isNotEmpty());
        assertThat(listings.page(filter(null, "USD"), ListingOrder.NEWEST, new PageRequest(100, null))
                        .items())
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
        var searches =
                DemoCatalog.read().stream().flatMap(DemoCatalogIT::misspelled).toList();
        var missed = searches.parallelStream()
                .filter(search -> !found(search.product(), search.typed()))
                .map(search -> search.typed() + " for " + search.product().name())
                .toList();
        System.out.printf("%d of %d misspelled searches missed: %s%n", missed.size(), searches.size(), missed);
        assertThat(searches).hasSizeGreaterThan(5000);
        assertThat(missed).hasSizeLessThanOrEqualTo(searches.size() * 5 / 100);
    }

    private static Stream<Misspelled> misspelled(ProductBody product) {
        var name = product.name();
        return LONG_WORD.matcher(name).results().flatMap(word -> {
            var misspellings = misspellings(word.group());
            var inTheName = misspellings.stream()
                    .limit(1)
                    .map(other -> name.substring(0, word.start()) + other + name.substring(word.end()));
            return Stream.concat(misspellings.stream(), inTheName).map(typed -> new Misspelled(product, typed));
        });
    }

    private record Misspelled(ProductBody product, String typed) {}

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
