package dev.banyan.catalog.internal;

import static dev.banyan.catalog.internal.Bodies.eur;
import static dev.banyan.catalog.internal.Bodies.fresh;
import static dev.banyan.catalog.internal.Bodies.simple;
import static dev.banyan.catalog.internal.Bodies.sized;
import static dev.banyan.catalog.internal.Bodies.withSlug;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.testing.Race;
import dev.banyan.runtime.web.IfMatch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProductConcurrencyIT extends CatalogIT {
    private static final int STAFF = 16;

    @Autowired
    ProductService products;

    @Autowired
    AdminProductQueries queries;

    @Autowired
    ProductRepository repository;

    @Test
    void oneOfManyGetsTheSlug() {
        var slug = fresh("wanted-");
        assertThat(Race.run(
                        STAFF, i -> () -> products.create(Ids.next(), withSlug(simple("x", "things", eur(1)), slug))))
                .containsOnlyOnce("ok")
                .containsOnly("ok", "catalog.slug-taken");
    }

    @Test
    void everybodyGetsASlugOfTheirOwnForTheSameName() {
        var name = fresh("Popular ");
        var slugs = ConcurrentHashMap.<String>newKeySet();
        var outcomes = Race.run(
                STAFF,
                i -> () -> slugs.add(products.create(Ids.next(), simple(name, fresh("new-") + "/deeper", eur(1)))
                        .slug()));
        assertThat(outcomes).containsOnly("ok");
        assertThat(slugs).hasSize(STAFF);
    }

    @RepeatedTest(5)
    void oneOfManyGetsTheSkusInWhicheverOrderTheyAreNamed() {
        var skus = IntStream.range(0, 100).mapToObj(i -> fresh("R" + i + "-")).toList();
        assertThat(Race.run(
                        STAFF,
                        i -> () -> products.create(
                                Ids.next(), sized(fresh("Race "), i % 2 == 0 ? skus : skus.reversed(), eur(1)))))
                .containsOnlyOnce("ok")
                .containsOnly("ok", "catalog.sku-taken");
    }

    @Test
    void oneOfManyChangesTheVersionThatAllHaveRead() {
        var sku = fresh("S-");
        var id = products.create(Ids.next(), sized(fresh("Contested "), List.of(sku), eur(1)))
                .id();
        assertThat(Race.run(STAFF, i -> () -> products.reprice(id, sku, new IfMatch(1L), List.of(eur(100 + i)))))
                .containsOnlyOnce("ok")
                .containsOnly("ok", "precondition.failed");
        assertThat(queries.get(id).version()).isEqualTo(2);
    }

    @Test
    void whoWaitedForAChangeSeesTheVariantsThatItAdded() throws Exception {
        var first = fresh("S-");
        var added = fresh("S-");
        var name = fresh("Growing ");
        var id =
                products.create(Ids.next(), sized(name, List.of(first), eur(1))).id();
        var waiting = new CompletableFuture<LockedProduct>();
        inTransaction(jdbc -> {
            products.replace(id, new IfMatch(null), sized(name, List.of(first, added), eur(1)));
            Thread.startVirtualThread(() -> waiting.completeAsync(
                    () -> inTransaction(_ -> repository.lock(id).orElseThrow()), Runnable::run));
            await().pollInSameThread()
                    .until(() -> jdbc.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                            .query(Boolean.class)
                            .single());
            return id;
        });
        assertThat(waiting.get(30, TimeUnit.SECONDS).skus()).containsExactlyInAnyOrder(first, added);
    }

    @Test
    void changesFollowOneAnotherAndListsFollowThem() {
        var sku = fresh("S-");
        var category = fresh("busy-");
        var body = new ProductBody(
                null,
                fresh("Busy "),
                "",
                category,
                List.of(),
                List.of(new VariantBody(sku, Map.of(), List.of(eur(1)), 0)));
        var id = products.create(Ids.next(), body).id();
        Race.run(STAFF, i -> () -> products.reprice(id, sku, new IfMatch(null), List.of(eur(100 + i))));
        var product = queries.get(id);
        assertThat(product.version()).isEqualTo(1 + STAFF);
        long listed = inTransaction(
                jdbc -> jdbc.sql("SELECT price FROM catalog.listing WHERE product_id = :id AND category = :category")
                        .param("id", id)
                        .param("category", category)
                        .query(Long.class)
                        .single());
        assertThat(product.variants().getFirst().prices()).containsExactly(eur(listed));
    }
}
