package dev.banyan.runtime.data.move;

import dev.banyan.runtime.modules.ModuleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what belongs to a module in a database. */
final class RowSets {
    private static final String ALL = "true";

    private final JdbcClient jdbc;
    private final String module;

    RowSets(JdbcClient jdbc, String module) {
        this.jdbc = jdbc;
        this.module = module;
    }

    /** The module's own tables, its migrations' history among them. */
    List<RowSet> ofSchema() {
        var sets = new ArrayList<RowSet>();
        tables(module).forEach((table, columns) -> sets.add(new RowSet(module, table, columns, ALL, false)));
        return sets;
    }

    /** The events for the module and from it to a broker, those for it that were skipped, and which ones it has had from a broker. */
    List<RowSet> ofRuntime() {
        return ofRuntime(ALL);
    }

    /** The same, of its events those that a move has claimed. */
    List<RowSet> ofRuntime(UUID move) {
        return ofRuntime("claim = '%s'".formatted(move));
    }

    private List<RowSet> ofRuntime(String events) {
        var tables = tables(ModuleName.RUNTIME);
        var mine = "starts_with(subscriber, '%s.')".formatted(module);
        var sets = new ArrayList<RowSet>();
        add(sets, tables, "publications", Moves.EVENTS.formatted(module) + " AND " + events, true);
        add(sets, tables, "skipped_publications", mine, true);
        add(sets, tables, "inbox", mine, false);
        return sets;
    }

    private static void add(
            List<RowSet> sets, Map<String, List<Column>> tables, String table, String condition, boolean numbered) {
        var columns = tables.get(table);
        if (columns != null) {
            sets.add(new RowSet(ModuleName.RUNTIME, table, columns, condition, numbered));
        }
    }

    /** In the order of their names, as their columns are: the order in which they were made may differ between databases. */
    private Map<String, List<Column>> tables(String schema) {
        var tables = new TreeMap<String, List<Column>>();
        jdbc.sql("""
                        SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.attgenerated <> '' AS generated,
                               t.oid < 16384 AND t.typelem < 16384 AS portable
                          FROM pg_class c
                          JOIN pg_namespace n ON n.oid = c.relnamespace
                          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                          JOIN pg_type t ON t.oid = a.atttypid
                         WHERE n.nspname = ? AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                         ORDER BY c.relname, a.attname
                        """).param(schema).query(row -> {
            tables.computeIfAbsent(row.getString("relname"), table -> new ArrayList<>())
                    .add(new Column(
                            row.getString("attname"),
                            row.getString("type"),
                            row.getBoolean("generated"),
                            row.getBoolean("portable")));
        });
        return tables;
    }
}
