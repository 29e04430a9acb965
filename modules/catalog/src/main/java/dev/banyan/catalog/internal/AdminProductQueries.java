package dev.banyan.catalog.internal;

import dev.banyan.kernel.Money;
import dev.banyan.kernel.Page;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** Reads products with all prices and with what is archived, by one statement each time. */
@Service
class AdminProductQueries {
    private static final String LIST = "admin-products";
    private static final TypeReference<List<StoredVariant>> VARIANTS = new TypeReference<>() {};
    private static final String SELECT = """
            SELECT p.id, p.slug, p.name, p.description, p.category, p.options, p.version,
                   p.created_at, p.updated_at, p.archived_at IS NOT NULL AS archived,
                   (SELECT coalesce(json_agg(json_build_object(
                               'sku', v.sku, 'options', v.options, 'weightGrams', v.weight_grams,
                               'archived', v.archived_at IS NOT NULL,
                               'prices', (SELECT coalesce(json_agg(json_build_object(
                                                     'amount', pr.amount, 'currency', pr.currency)
                                                 ORDER BY pr.currency), '[]')
                                            FROM catalog.price pr WHERE pr.sku = v.sku))
                               ORDER BY v.position, v.sku), '[]')
                      FROM catalog.variant v WHERE v.product_id = p.id) AS variants
              FROM catalog.product p
            """;

    private final JdbcClient jdbc;

    AdminProductQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The product with this id, archived or not, or 404. */
    @Transactional(readOnly = true)
    public AdminProductView get(UUID id) {
        return jdbc.sql(SELECT + "WHERE p.id = :id")
                .param("id", id)
                .query(AdminProductQueries::view)
                .optional()
                .orElseThrow(ProductNotFoundException::new);
    }

    /** All products, the newest first. */
    @Transactional(readOnly = true)
    public Page<AdminProductView> page(PageRequest page) {
        var after = page.after(LIST, 1);
        var where = after.isEmpty() ? "" : "WHERE p.id < :after ";
        var statement =
                jdbc.sql(SELECT + where + "ORDER BY p.id DESC LIMIT :rows").param("rows", page.fetch());
        if (!after.isEmpty()) {
            statement = statement.param("after", cursorId(after.getFirst()));
        }
        var rows = statement.query(AdminProductQueries::view).list();
        return Page.of(
                rows, page.limit(), last -> PageRequest.cursor(LIST, last.id().toString()));
    }

    private static UUID cursorId(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException madeUp) {
            throw InvalidRequestException.field("cursor", "invalid", "is not a cursor of this list");
        }
    }

    private static AdminProductView view(ResultSet rs, int number) throws SQLException {
        var variants = Json.read(rs, "variants", VARIANTS);
        return new AdminProductView(
                rs.getObject("id", UUID.class),
                rs.getString("slug"),
                rs.getString("name"),
                rs.getString("description"),
                rs.getString("category"),
                List.of(),
                Json.options(rs),
                StoredVariant.views(variants, false),
                StoredVariant.views(variants, true),
                rs.getBoolean("archived"),
                instant(rs, "created_at"),
                instant(rs, "updated_at"),
                rs.getLong("version"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private record StoredVariant(
            String sku, List<ChosenOption> options, int weightGrams, boolean archived, List<Money> prices) {
        static List<AdminProductView.Variant> views(List<StoredVariant> variants, boolean archived) {
            return variants.stream()
                    .filter(variant -> variant.archived == archived)
                    .map(StoredVariant::view)
                    .toList();
        }

        private AdminProductView.Variant view() {
            return new AdminProductView.Variant(sku, ChosenOption.map(options), prices, weightGrams);
        }
    }
}
