package dev.banyan.catalog.internal;

import static dev.banyan.catalog.internal.Bodies.eur;
import static dev.banyan.catalog.internal.Bodies.fresh;
import static dev.banyan.catalog.internal.Bodies.simple;
import static dev.banyan.catalog.internal.Bodies.sized;
import static dev.banyan.catalog.internal.Bodies.usd;
import static dev.banyan.catalog.internal.Bodies.withPrices;
import static dev.banyan.catalog.internal.Bodies.withSlug;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.banyan.catalog.CatalogApi;
import dev.banyan.catalog.FindOffers;
import dev.banyan.catalog.Offer;
import dev.banyan.catalog.events.PriceChanged;
import dev.banyan.catalog.events.ProductArchived;
import dev.banyan.catalog.events.ProductPublished;
import dev.banyan.kernel.Ids;
import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.web.IfMatch;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.util.Lists;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

class ProductServiceIT extends CatalogIT {
    private static final IfMatch ANY = new IfMatch(null);

    @Autowired
    ProductService products;

    @Autowired
    ProductQueries queries;

    @Autowired
    AdminProductQueries adminQueries;

    @Autowired
    CatalogApi catalog;

    @Test
    void createsAProductAndTellsOfIt(AssertablePublishedEvents events) {
        var name = fresh("Téapot ");
        var body = sized(name, List.of(fresh("A-"), fresh("B-")), eur(1999), usd(2199));
        var created = create(body);
        assertThat(created.slug()).isEqualTo(Slugs.of(name));
        assertThat(created.version()).isEqualTo(1);
        assertThat(created.variants()).hasSize(2).first().satisfies(variant -> {
            assertThat(variant.sku()).isEqualTo(body.skus().getFirst());
            assertThat(variant.prices()).containsExactly(eur(1999), usd(2199));
            assertThat(variant.options()).containsEntry("Size", "Size of " + variant.sku());
        });
        assertThat(adminQueries.get(created.id())).isEqualTo(created);
        assertThat(queries.get(created.slug(), "USD").variants().getFirst().price())
                .isEqualTo(usd(2199));
        assertThat(queries.get(created.id().toString(), "EUR").slug()).isEqualTo(created.slug());
        assertThat(events)
                .contains(ProductPublished.class)
                .matching(ProductPublished::productId, created.id())
                .matching(ProductPublished::skus, body.skus());
        assertThat(changes(events, created.id())).isEmpty();
    }

    @Test
    void aRepeatedCreationReturnsTheProduct() {
        var id = Ids.next();
        var body = simple(fresh("Repeat "), "things", eur(1));
        var first = products.create(id, body);
        assertThat(products.create(id, body)).isEqualTo(first);
    }

    @Test
    void slugsMadeFromNamesAreUnique() {
        var name = fresh("Twin ");
        var slugs = List.of(
                create(simple(name, "things")).slug(),
                create(simple(name, "things")).slug());
        assertThat(slugs).containsExactly(Slugs.of(name), Slugs.of(name) + "-2");
        for (int i = 3; i <= 12; i++) {
            assertThat(create(simple(name, "things")).slug()).startsWith(Slugs.of(name) + "-");
        }
    }

    @Test
    void aGivenSlugIsTakenOnce() {
        var slug = fresh("slug-");
        var first = create(withSlug(simple("One", "things"), slug));
        products.archive(first.id(), ANY);
        var other = create(simple(fresh("Two "), "things"));
        assertCode("catalog.slug-taken", () -> create(withSlug(simple("Two", "things"), slug)));
        assertCode(
                "catalog.slug-taken", () -> products.replace(other.id(), ANY, withSlug(simple("Two", "things"), slug)));
        var failure =
                catchThrowableOfType(ModuleException.class, () -> create(withSlug(simple("Two", "things"), slug)));
        assertThat(failure.properties()).containsEntry("slug", slug);
    }

    @Test
    void aSkuBelongsToOneProductForEver() {
        var skus = List.of(fresh("A-"), fresh("B-"));
        var first = create(sized(fresh("First "), skus, eur(1)));
        products.archive(first.id(), ANY);
        var failure = catchThrowableOfType(
                ModuleException.class,
                () -> create(sized(fresh("Second "), List.of(fresh("C-"), skus.get(1), skus.get(0)), eur(1))));
        assertThat(failure.code()).isEqualTo("catalog.sku-taken");
        assertThat(failure.properties())
                .containsEntry("skus", skus.stream().sorted().toList());
    }

    @Test
    void aRefusedProductLeavesNothingBehind() {
        var taken = fresh("T-");
        create(sized(fresh("Owner "), List.of(taken), eur(1)));
        var slug = fresh("refused-");
        assertCode(
                "catalog.sku-taken",
                () -> create(withSlug(sized("Refused", List.of(fresh("N-"), taken), eur(1)), slug)));
        assertThatThrownBy(() -> queries.get(slug, "EUR")).isInstanceOf(ProductNotFoundException.class);
    }

    @Test
    void variantsLeftOutAreArchivedAndReturnedOnesRevived() {
        var a = fresh("A-");
        var b = fresh("B-");
        var name = fresh("Sized ");
        var created = create(sized(name, List.of(a, b), eur(100)));
        var smaller = products.replace(created.id(), new IfMatch(1L), sized(name, List.of(a), eur(100)));
        assertThat(smaller.slug()).isEqualTo(created.slug());
        assertThat(smaller.version()).isEqualTo(2);
        assertThat(smaller.variants()).extracting(AdminProductView.Variant::sku).containsExactly(a);
        assertThat(smaller.archivedVariants())
                .extracting(AdminProductView.Variant::sku)
                .containsExactly(b);
        assertThat(queries.get(created.slug(), "EUR").variants()).hasSize(1);
        assertThat(offer(b)).satisfies(offer -> {
            assertThat(offer.onSale()).isFalse();
            assertThat(offer.name()).startsWith(name);
        });
        products.replace(created.id(), new IfMatch(2L), sized(name, List.of(b, a), eur(100)));
        assertThat(offer(b).onSale()).isTrue();
        assertThat(queries.get(created.slug(), "EUR").variants())
                .extracting(ProductView.Variant::sku)
                .containsExactly(b, a);
    }

    @Test
    void onlyRealPriceChangesAreTold(AssertablePublishedEvents events) {
        var a = fresh("A-");
        var b = fresh("B-");
        var body = sized(fresh("Priced "), List.of(a), eur(100), usd(110));
        var created = create(body);
        products.replace(created.id(), ANY, body);
        assertThat(changes(events, created.id())).isEmpty();
        products.replace(created.id(), ANY, sized(body.name(), List.of(a, b), eur(120)));
        assertThat(changes(events, created.id())).containsExactly(a + " EUR 120", a + " USD null");
        products.reprice(created.id(), b, ANY, List.of(eur(120)));
        products.reprice(created.id(), b, ANY, List.of(usd(99)));
        assertThat(changes(events, created.id()))
                .containsExactly(a + " EUR 120", a + " USD null", b + " EUR null", b + " USD 99");
    }

    @Test
    void repricingChangesTheProductsVersion() {
        var sku = fresh("S-");
        var created = create(sized(fresh("Reprice "), List.of(sku), eur(100)));
        var repriced = products.reprice(created.id(), sku, new IfMatch(1L), List.of(eur(50), usd(60)));
        assertThat(repriced.version()).isEqualTo(2);
        assertThat(repriced.variants().getFirst().prices()).containsExactly(eur(50), usd(60));
        assertCode("precondition.failed", () -> products.reprice(created.id(), sku, new IfMatch(1L), List.of(eur(1))));
        assertCode("catalog.not-found", () -> products.reprice(created.id(), fresh("X-"), ANY, List.of()));
        assertCode("validation.failed", () -> products.reprice(created.id(), sku, ANY, List.of(eur(1), eur(2))));
    }

    @Test
    void anArchivedProductIsGoneForShoppersOnly(AssertablePublishedEvents events) {
        var sku = fresh("S-");
        var created = create(sized(fresh("Archived "), List.of(sku), eur(100)));
        assertCode("precondition.failed", () -> products.archive(created.id(), new IfMatch(7L)));
        products.archive(created.id(), new IfMatch(1L));
        products.archive(created.id(), ANY);
        assertThatThrownBy(() -> queries.get(created.slug(), "EUR")).isInstanceOf(ProductNotFoundException.class);
        assertThatThrownBy(() -> queries.get(created.id().toString(), "EUR"))
                .isInstanceOf(ProductNotFoundException.class);
        var archived = adminQueries.get(created.id());
        assertThat(archived.archived()).isTrue();
        assertThat(archived.version()).isEqualTo(2);
        assertThat(archived.variants()).hasSize(1);
        assertThat(offer(sku).onSale()).isFalse();
        assertThat(offer(sku).price()).isEqualTo(eur(100));
        assertThat(events.ofType(ProductArchived.class)
                        .matching(event -> event.productId().equals(created.id())))
                .singleElement()
                .satisfies(event -> assertThat(event.skus()).containsExactly(sku));
    }

    @Test
    void replacingAnArchivedProductPutsItOnSaleAgain() {
        var body = simple(fresh("Back "), "things", eur(100));
        var created = create(body);
        products.archive(created.id(), ANY);
        products.replace(created.id(), ANY, body);
        assertThat(queries.get(created.slug(), "EUR").version()).isEqualTo(3);
        assertThat(offer(body.skus().getFirst()).onSale()).isTrue();
    }

    @Test
    void unknownProductsAreNotFound() {
        var body = withPrices(simple("Nobody", "things"), eur(1));
        assertCode("catalog.not-found", () -> products.replace(Ids.next(), ANY, body));
        assertCode("catalog.not-found", () -> products.archive(Ids.next(), ANY));
        assertCode("catalog.not-found", () -> adminQueries.get(Ids.next()));
        assertCode("catalog.not-found", () -> queries.get("no-such-product", "EUR"));
        assertCode("catalog.not-found", () -> queries.get("Ünïcode/%'\"", "EUR"));
    }

    private AdminProductView create(ProductBody body) {
        return products.create(Ids.next(), body);
    }

    private Offer offer(String sku) {
        return catalog.offers(new FindOffers(Set.of(sku), "EUR")).getFirst();
    }

    private static List<String> changes(AssertablePublishedEvents events, UUID product) {
        var changes = events.ofType(PriceChanged.class)
                .matching(event -> event.productId().equals(product));
        return Lists.newArrayList(changes).stream()
                .map(change -> change.sku() + " " + change.currency() + " " + change.amountMinor())
                .toList();
    }

    private static void assertCode(String code, ThrowingCallable call) {
        var failure = catchThrowableOfType(ModuleException.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo(code);
    }
}
