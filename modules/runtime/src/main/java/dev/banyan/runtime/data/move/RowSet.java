package dev.banyan.runtime.data.move;

import static dev.banyan.runtime.data.DatabaseRoles.quoted;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Rows of one table that move together: all of a module's table, or the module's part of one of the runtime's.
 *
 * @param condition which rows
 * @param numbered whether the column {@code position} only says the order, and is given anew in the target
 */
record RowSet(String schema, String table, List<Column> columns, String condition, boolean numbered) {
    private static final String POSITION = "position";
    private static final String TRANSIT = "banyan_transit";

    RowSet {
        columns = List.copyOf(columns);
    }

    String name() {
        return schema + "." + table;
    }

    String relation() {
        return quoted(schema) + "." + quoted(table);
    }

    /** What reads the rows. */
    String copyOut() {
        return "COPY (SELECT %s FROM %s WHERE %s) TO STDOUT (FORMAT %s)"
                .formatted(names(column -> !column.generated()), relation(), condition, format());
    }

    /** What has to be there before {@link #copyIn}. */
    String beforehand() {
        return numbered
                ? "CREATE TEMPORARY TABLE %s (LIKE %s) ON COMMIT DROP".formatted(TRANSIT, relation())
                : delete();
    }

    /** What writes the rows. */
    String copyIn() {
        return "COPY %s (%s) FROM STDIN (FORMAT %s)"
                .formatted(numbered ? TRANSIT : relation(), names(column -> !column.generated()), format());
    }

    /** What puts rows that are given new positions where they belong, behind everything that is there. */
    List<String> afterwards() {
        if (!numbered) {
            return List.of();
        }
        var names = names(column -> !isPosition(column));
        return List.of(
                "INSERT INTO %s (position, %s) SELECT nextval('runtime.publication_position'), %2$s FROM (SELECT * FROM %s ORDER BY position) t"
                        .formatted(relation(), names, TRANSIT),
                "DROP TABLE " + TRANSIT);
    }

    /** Whether there are any. */
    String exists() {
        return "SELECT EXISTS (SELECT FROM %s WHERE %s)".formatted(relation(), condition);
    }

    String delete() {
        return "DELETE FROM %s WHERE %s".formatted(relation(), condition);
    }

    /** Counts the rows and adds up a hash of each, so that the order in which they are stored makes no difference. */
    String fingerprint() {
        var row = numbered
                ? "row_number() OVER (ORDER BY position) AS n, " + names(column -> !isPosition(column))
                : names(column -> true);
        return """
                SELECT count(*) AS rows,
                       coalesce(sum(('x' || encode(substr(sha256(convert_to(r::text, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint), 0) AS hash
                  FROM (SELECT %s FROM %s WHERE %s) r
                """.formatted(row, relation(), condition);
    }

    private String format() {
        return columns.stream().allMatch(Column::portable) ? "binary" : "text";
    }

    private String names(Predicate<Column> which) {
        return columns.stream()
                .filter(which)
                .map(column -> quoted(column.name()))
                .collect(Collectors.joining(", "));
    }

    private boolean isPosition(Column column) {
        return column.name().equals(POSITION);
    }
}
