package dev.banyan.catalog.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VariantRepository {
    private final JdbcClient jdbc;

    VariantRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes these variants, bringing archived ones back. Fails when another product has one of the SKUs. */
    void save(List<VariantRow> variants) {
        var saved = Set.copyOf(jdbc.sql("""
                INSERT INTO catalog.variant (sku, product_id, position, options, weight_grams)
                SELECT sku, "productId", position, options, "weightGrams"
                  FROM jsonb_to_recordset(CAST(:variants AS jsonb)) AS given (
                       sku text, "productId" uuid, position int, options jsonb, "weightGrams" int)
                 ORDER BY sku COLLATE "C"
                ON CONFLICT (sku) DO UPDATE
                   SET position = excluded.position, options = excluded.options,
                       weight_grams = excluded.weight_grams, archived_at = NULL
                 WHERE variant.product_id = excluded.product_id
                RETURNING sku
                """)
                .param("variants", Json.write(variants))
                .query((rs, number) -> rs.getString("sku"))
                .list());
        var taken = variants.stream()
                .map(VariantRow::sku)
                .filter(sku -> !saved.contains(sku))
                .sorted()
                .toList();
        if (!taken.isEmpty()) {
            throw new SkuTakenException(taken);
        }
    }

    /** Archives the product's other variants. */
    void keepOnly(UUID productId, Collection<String> skus, Instant at) {
        jdbc.sql("""
                UPDATE catalog.variant SET archived_at = :at
                 WHERE product_id = :product AND archived_at IS NULL AND sku <> ALL (:skus)
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("product", productId)
                .param("skus", skus.toArray(String[]::new))
                .update();
    }

    /** The SKUs that are not archived. */
    List<String> active(UUID productId) {
        return jdbc.sql("""
                SELECT sku FROM catalog.variant WHERE product_id = :product AND archived_at IS NULL ORDER BY position
                """)
                .param("product", productId)
                .query((rs, number) -> rs.getString("sku"))
                .list();
    }
}
