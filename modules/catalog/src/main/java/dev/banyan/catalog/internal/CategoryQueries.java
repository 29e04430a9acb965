package dev.banyan.catalog.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the tree of categories. */
@Service
class CategoryQueries {
    private static final String TOP = "";

    private final JdbcClient jdbc;

    CategoryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The categories at the top with all that is under them, in the order of their slugs. */
    @Transactional(readOnly = true)
    public List<CategoryView> tree() {
        var byParent = jdbc
                .sql("SELECT path, name FROM catalog.category ORDER BY path")
                .query((rs, number) -> new Stored(new CategoryPath(rs.getString("path")), rs.getString("name")))
                .stream()
                .collect(Collectors.groupingBy(
                        stored -> Optional.ofNullable(stored.path.parent()).orElse(TOP)));
        return children(TOP, byParent);
    }

    private static List<CategoryView> children(String parent, Map<String, List<Stored>> byParent) {
        return byParent.getOrDefault(parent, List.of()).stream()
                .map(child -> new CategoryView(
                        child.path.slug(), child.name, child.path.value(), children(child.path.value(), byParent)))
                .toList();
    }

    private record Stored(CategoryPath path, String name) {}
}
