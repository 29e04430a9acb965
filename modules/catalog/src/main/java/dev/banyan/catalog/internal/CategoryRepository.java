package dev.banyan.catalog.internal;

import java.util.Collection;
import java.util.Comparator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CategoryRepository {
    private final JdbcClient jdbc;

    CategoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes these categories and those above them, where they are missing; always from the top, so that two can't block each other. */
    void ensure(Collection<CategoryPath> paths) {
        var missing = paths.stream()
                .flatMap(path -> path.line().stream())
                .distinct()
                .sorted(Comparator.comparing(CategoryPath::value))
                .map(path -> new Row(path.value(), path.parent() == null ? "" : path.parent(), path.name()))
                .toList();
        jdbc.sql("""
                INSERT INTO catalog.category (path, parent, name)
                SELECT path, nullif(parent, ''), name
                  FROM jsonb_to_recordset(CAST(:categories AS jsonb)) AS made (path text, parent text, name text)
                 WHERE NOT EXISTS (SELECT FROM catalog.category c WHERE c.path = made.path)
                 ORDER BY path COLLATE "C"
                ON CONFLICT (path) DO NOTHING
                """).param("categories", Json.write(missing)).update();
    }

    private record Row(String path, String parent, String name) {}
}
