package dev.banyan.catalog.internal;

import dev.banyan.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** Reads a product on sale with its variants, by one statement. */
@Service
class ProductQueries {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final TypeReference<List<StoredVariant>> VARIANTS = new TypeReference<>() {};
    private static final String SELECT = """
            SELECT p.id, p.slug, p.name, p.description, p.category, p.options, p.version,
                   (SELECT coalesce(json_agg(json_build_object(
                               'sku', v.sku, 'options', v.options,
                               'weightGrams', v.weight_grams, 'amount', pr.amount) ORDER BY v.position), '[]')
                      FROM catalog.variant v
                      LEFT JOIN catalog.price pr ON pr.sku = v.sku AND pr.currency = :currency
                     WHERE v.product_id = p.id AND v.archived_at IS NULL) AS variants
              FROM catalog.product p
             WHERE p.archived_at IS NULL AND\s""";

    private final JdbcClient jdbc;

    ProductQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The product on sale with this id or slug, or 404. */
    @Transactional(readOnly = true)
    public ProductView get(String idOrSlug, String currency) {
        boolean isId = isId(idOrSlug);
        return jdbc.sql(SELECT + (isId ? "p.id = :key" : "p.slug = :key"))
                .param("currency", currency)
                .param("key", isId ? UUID.fromString(idOrSlug) : idOrSlug)
                .query((rs, number) -> view(rs, currency))
                .optional()
                .orElseThrow(ProductNotFoundException::new);
    }

    /** Whether this has the form of an id, which no slug may have. */
    static boolean isId(String idOrSlug) {
        return ID.matcher(idOrSlug).matches();
    }

    private static ProductView view(ResultSet rs, String currency) throws SQLException {
        return new ProductView(
                rs.getObject("id", UUID.class),
                rs.getString("slug"),
                rs.getString("name"),
                rs.getString("description"),
                rs.getString("category"),
                List.of(),
                Json.options(rs),
                Json.read(rs, "variants", VARIANTS).stream()
                        .map(variant -> variant.in(currency))
                        .toList(),
                rs.getLong("version"));
    }

    private record StoredVariant(
            String sku,
            List<ChosenOption> options,
            int weightGrams,
            @Nullable Long amount) {
        ProductView.Variant in(String currency) {
            var price = amount == null ? null : new Money(amount, currency);
            return new ProductView.Variant(sku, ChosenOption.map(options), price, weightGrams);
        }
    }
}
