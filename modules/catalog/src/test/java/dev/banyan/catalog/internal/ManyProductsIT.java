package dev.banyan.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.catalog.FindOffers;
import dev.banyan.catalog.internal.ListingQueries.Position;
import dev.banyan.runtime.web.PageRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;

/** At 10,000 products nothing that shoppers ask for reads a whole table. */
@TestPropertySource(properties = "banyan.demo=false")
class ManyProductsIT extends CatalogIT {
    private static final UUID MIDDLE = UUID.fromString("01900000-0000-7000-8000-000000001388");

    @Autowired
    ListingService listings;

    @Autowired
    SearchTerms terms;

    @Autowired
    ProductQueries products;

    @Autowired
    OfferQueries offers;

    @BeforeAll
    static void fill(@Autowired Environment environment) throws Exception {
        var script = new ClassPathResource("catalog/many-products.sql").getContentAsString(StandardCharsets.UTF_8);
        try (var owner = owner(environment);
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(script);
            owner.commit();
            owner.setAutoCommit(true);
            statement.execute("ANALYZE");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NEWEST, '', listing_pk",
        "NEWEST, kitchen, listing_pk",
        "NEWEST, kitchen/range-a, listing_pk",
        "PRICE, '', listing_price_idx",
        "PRICE_DESCENDING, toys, listing_price_idx",
        "NAME, '', listing_name_idx",
        "NAME, bath, listing_name_idx",
    })
    void aPageIsOneRangeOfOneIndex(ListingOrder order, String category, String index) {
        var filter = new ListingFilter("EUR", category, 1_000L, 40_000L, null);
        for (var after : new Position[] {null, new Position(order == ListingOrder.NAME ? "m" : 9_000L, MIDDLE)}) {
            assertThat(plan(filter, null, order, after))
                    .contains(index)
                    .doesNotContain("Seq Scan")
                    .containsPattern("Index (Only )?Scan (Backward )?using product_pk");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"teapot", "teaopt", "quilt lina", "golden mirro", "marble kettles kitchen"})
    void aSearchUsesTheTextIndex(String typed) {
        var filter = new ListingFilter("EUR", "", null, null, typed);
        var search = inTransaction(jdbc -> terms.understand(typed).orElseThrow());
        assertThat(plan(filter, search, ListingOrder.RELEVANCE, null))
                .contains("product_search_idx")
                .doesNotContain("Seq Scan");
    }

    @Test
    void similarWordsComeFromTheTrigramIndex() {
        var plan = inTransaction(jdbc -> {
            jdbc.sql("SET LOCAL pg_trgm.similarity_threshold = 0.19").update();
            return String.join(
                    "\n",
                    jdbc.sql("EXPLAIN SELECT w.word FROM catalog.word w WHERE w.word OPERATOR(catalog.%) 'teaopt'")
                            .query(String.class)
                            .list());
        });
        assertThat(plan).contains("word_trigram_idx").doesNotContain("Seq Scan");
    }

    /** The plans of what really runs, counted by PostgreSQL itself. */
    @Test
    void nothingIsReadInWhole() {
        var scans = inTransaction(jdbc -> {
            var page = new PageRequest(20, null);
            for (var order : ListingOrder.values()) {
                for (var typed : new String[] {null, "armchair", "armhcair"}) {
                    if (order != ListingOrder.RELEVANCE || typed != null) {
                        var filter = new ListingFilter("USD", "garden", null, 60_000L, typed);
                        assertThat(listings.page(filter, order, page).items()).isNotEmpty();
                    }
                }
            }
            assertThat(products.get(MIDDLE.toString(), "EUR").variants()).hasSize(2);
            assertThat(offers.find(new FindOffers(Set.of("MANY-1-S", "MANY-2-L"), "EUR")))
                    .hasSize(2);
            return jdbc.sql(
                            "SELECT coalesce(sum(seq_scan), 0) FROM pg_stat_xact_user_tables WHERE schemaname = 'catalog'")
                    .query(Long.class)
                    .single();
        });
        assertThat(scans).isZero();
    }

    /** Planning takes longer than reading does; a limit that the planner can't see would make it plan each time. */
    @Test
    void pagesAndProductsArePlannedOnce() {
        var plans = inTransaction(jdbc -> {
            for (int i = 0; i < 30; i++) {
                var filter = new ListingFilter("EUR", i % 2 == 0 ? "" : "garden", null, null, null);
                for (var order : new ListingOrder[] {ListingOrder.NEWEST, ListingOrder.PRICE, ListingOrder.NAME}) {
                    assertThat(listings.page(filter, order, new PageRequest(20, null))
                                    .items())
                            .hasSize(20);
                }
                products.get(MIDDLE.toString(), "EUR");
            }
            return jdbc.sql("""
                            SELECT generic_plans, custom_plans FROM pg_prepared_statements
                             WHERE generic_plans + custom_plans > 20 AND statement LIKE '%FROM catalog.%'
                            """)
                    .query((rs, number) -> rs.getLong("generic_plans") > rs.getLong("custom_plans"))
                    .list();
        });
        assertThat(plans).hasSize(4).containsOnly(true);
    }

    private String plan(
            ListingFilter filter, @Nullable SearchQuery search, ListingOrder order, @Nullable Position after) {
        return inTransaction(jdbc -> {
            var statement = jdbc.sql("EXPLAIN " + ListingQueries.sql(filter, search, order, after, 21))
                    .param("currency", filter.currency())
                    .param("category", filter.category())
                    .param("minPrice", filter.minPrice())
                    .param("maxPrice", filter.maxPrice());
            if (search != null) {
                statement = search.bind(statement);
            }
            if (after != null) {
                statement = statement.param("after", after.value()).param("afterId", after.id());
            }
            return String.join("\n", statement.query(String.class).list());
        });
    }

    private static Connection owner(Environment environment) throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password"));
    }
}
