package dev.banyan.catalog.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProductRepository {
    private static final String GIVEN = """
            jsonb_to_recordset(CAST(:products AS jsonb)) AS given (
                id uuid, slug text, name text, description text, category text, options jsonb, "nameKey" text,
                "categoryWords" text, "attributeWords" text, "descriptionWords" text, at timestamptz)
            """;
    private static final String SEARCH = """
            catalog.search_vector(given."nameKey", given."categoryWords", given."attributeWords", given."descriptionWords")
            """;

    private final JdbcClient jdbc;

    ProductRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean exists(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM catalog.product WHERE id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    boolean isEmpty() {
        return !jdbc.sql("SELECT EXISTS (SELECT FROM catalog.product)")
                .query(Boolean.class)
                .single();
    }

    /** Inserts those whose slug is free; waits for whoever is about to take it. Returns how many those were. */
    int insert(Collection<Product> products) {
        return jdbc.sql("""
                INSERT INTO catalog.product (
                       id, slug, name, description, category, options, name_key, search, version, created_at, updated_at)
                SELECT id, slug, name, description, category, options, "nameKey", %s, 1, at, at
                  FROM %s
                ON CONFLICT (slug) DO NOTHING
                """.formatted(SEARCH, GIVEN))
                .param("products", Json.write(products))
                .update();
    }

    /** Writes a locked product whole and puts it on sale. Fails when another one has the slug. */
    void update(Product product) {
        try {
            int rows = jdbc.sql("""
                    UPDATE catalog.product p
                       SET slug = given.slug, name = given.name, description = given.description,
                           category = given.category, options = given.options, name_key = given."nameKey",
                           search = %s, version = p.version + 1, updated_at = given.at, archived_at = NULL
                      FROM %s
                     WHERE p.id = given.id
                    """.formatted(SEARCH, GIVEN))
                    .param("products", Json.write(Set.of(product)))
                    .update();
            requireOne(rows, product.id());
        } catch (DuplicateKeyException taken) {
            throw new SlugTakenException(product.slug());
        }
    }

    /** Tells readers of a locked product that something about it has changed. */
    void touch(UUID id, Instant at) {
        int rows = jdbc.sql("UPDATE catalog.product SET version = version + 1, updated_at = :at WHERE id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        requireOne(rows, id);
    }

    /** Takes a locked product off sale. */
    void archive(UUID id, Instant at) {
        int rows = jdbc.sql("""
                UPDATE catalog.product SET archived_at = :at, updated_at = :at, version = version + 1
                 WHERE id = :id AND archived_at IS NULL
                """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        requireOne(rows, id);
    }

    /** Keeps everybody else from changing the product, its variants and prices until the transaction ends. */
    Optional<LockedProduct> lock(UUID id) {
        return jdbc.sql("""
                SELECT slug, version, archived_at IS NOT NULL AS archived FROM catalog.product WHERE id = :id FOR NO KEY UPDATE
                """)
                .param("id", id)
                .query((rs, number) -> new LockedProduct(
                        id, rs.getString("slug"), rs.getLong("version"), rs.getBoolean("archived"), Set.of()))
                .optional()
                .map(product -> product.withSkus(skus(id)));
    }

    /** A statement of its own: the one that waits for the lock sees the variants as they were before it waited. */
    private Set<String> skus(UUID id) {
        return Set.copyOf(jdbc.sql("SELECT sku FROM catalog.variant WHERE product_id = :id")
                .param("id", id)
                .query((rs, number) -> rs.getString("sku"))
                .list());
    }

    private static void requireOne(int rows, UUID id) {
        if (rows != 1) {
            throw new IllegalStateException("Product %s is not as it was when it was locked".formatted(id));
        }
    }
}
