package dev.banyan.bench;

import dev.banyan.bench.SqlTrace.Statement;
import dev.banyan.kernel.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The same statements and commits as one order's, through plain JDBC on one connection, one after the other: what PostgreSQL and the driver cost
 * when there is no shop around them. Ids, references, hashes and the locks of event keys are new in each round, and the SKU is another one, as with
 * shoppers of many products; all statements are prepared once.
 */
final class Floor implements Load.Operation, AutoCloseable {
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\b[0-9a-f]{64}\\b|(?<=_)[0-9a-f]{32}\\b");
    private static final Pattern SKU = Pattern.compile("BENCH-\\d+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final Pattern NUMBERED = Pattern.compile("\\$\\d+");
    private static final String TAKE = "runtime.take(";
    private static final String PUBLISH = "runtime.publish(";

    private final Connection connection;
    private final SqlTrace trace;
    private final List<String> skus;
    private final List<Long> taken;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** @param skus those in stock */
    Floor(Connection connection, SqlTrace trace, List<String> skus) throws SQLException {
        this.connection = connection;
        this.trace = trace;
        this.skus = skus;
        this.taken = trace.transactions().stream()
                .flatMap(List::stream)
                .filter(statement -> statement.sql().contains(TAKE))
                .flatMap(Floor::positions)
                .distinct()
                .sorted()
                .toList();
        connection.setAutoCommit(false);
    }

    @Override
    public void run() throws SQLException {
        Map<String, String> ids = new HashMap<>();
        List<Long> published = new ArrayList<>();
        for (var transaction : trace.transactions()) {
            for (var statement : transaction) {
                execute(statement, ids, published);
            }
            connection.commit();
        }
    }

    private void execute(Statement statement, Map<String, String> ids, List<Long> published) throws SQLException {
        var sql = statement.sql();
        var ready = prepared.get(sql);
        if (ready == null) {
            ready = connection.prepareStatement(
                    NUMBERED.matcher(sql.replace("?", "??")).replaceAll("?"));
            prepared.put(sql, ready);
        }
        for (int i = 0; i < statement.parameters().size(); i++) {
            ready.setString(i + 1, renewed(statement.parameters().get(i), ids));
        }
        if (sql.contains(PUBLISH)) {
            ready.setString(
                    1, withOtherLocks(String.valueOf(statement.parameters().getFirst()), ids));
        }
        if (sql.contains(TAKE)) {
            var now = positions(statement)
                    .map(taken::indexOf)
                    .map(rank -> String.valueOf(rank < published.size() ? published.get(rank) : -1))
                    .collect(Collectors.joining(",", "{", "}"));
            ready.setString(1, now);
        }
        if (ready.execute()) {
            try (var rows = ready.getResultSet()) {
                while (rows.next()) {
                    if (sql.contains(PUBLISH)) {
                        published.add(rows.getLong(1));
                    }
                }
            }
        }
    }

    /** The positions that a delivery takes: the array that is the statement's first parameter. */
    private static Stream<Long> positions(Statement take) {
        return NUMBER.matcher(String.valueOf(take.parameters().getFirst()))
                .results()
                .map(number -> Long.valueOf(number.group()));
    }

    private @Nullable String renewed(@Nullable String value, Map<String, String> ids) {
        if (value == null) {
            return null;
        }
        var renewed = ID.matcher(value).replaceAll(id -> ids.computeIfAbsent(id.group(), same -> fresh(id)));
        return SKU.matcher(renewed).replaceAll(sku -> ids.computeIfAbsent(sku.group(), same -> anySku()));
    }

    private String anySku() {
        return skus.get(ThreadLocalRandom.current().nextInt(skus.size()));
    }

    private static String withOtherLocks(String locks, Map<String, String> ids) {
        return NUMBER.matcher(locks)
                .replaceAll(lock -> ids.computeIfAbsent(
                        lock.group(),
                        same -> Long.toString(ThreadLocalRandom.current().nextLong())));
    }

    private static String fresh(MatchResult id) {
        var uuid = Ids.next().toString();
        return switch (id.group().length()) {
            case 32 -> uuid.replace("-", "");
            case 64 -> (uuid + Ids.next()).replace("-", "");
            default -> uuid;
        };
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
