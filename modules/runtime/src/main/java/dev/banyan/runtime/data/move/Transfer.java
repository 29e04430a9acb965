package dev.banyan.runtime.data.move;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Copies everything from one snapshot of the source in one transaction of the target, and commits that only when both have the same. */
final class Transfer {
    private static final int LOCK_TIMEOUT_MILLIS = 10_000;

    private final MoveDatabase source;
    private final MoveDatabase target;
    private final Move arrival;
    private final Consumer<String> out;
    private final MoveHook hook;
    private boolean undecided;

    /** @param arrival what the target is to know of the move */
    Transfer(MoveDatabase source, MoveDatabase target, Move arrival, Consumer<String> out, MoveHook hook) {
        this.source = source;
        this.target = target;
        this.arrival = arrival;
        this.out = out;
        this.hook = hook;
    }

    private record Copied(RowSet rows, Fingerprint fingerprint, long millis) {}

    /** Whether the target was told to commit, and may have done so. */
    boolean isUndecided() {
        return undecided;
    }

    void run() throws SQLException {
        var tables = new RowSets(source.jdbc(), arrival.module()).ofSchema();
        var events = new RowSets(source.jdbc(), arrival.module()).ofRuntime(arrival.id());
        var all = new ArrayList<>(tables);
        all.addAll(events);
        requireSame(all);
        try (var from = source.another();
                var to = target.another()) {
            from.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            from.setAutoCommit(false);
            to.setAutoCommit(false);
            lock(from, tables);
            var copied = copy(from, to, all);
            compare(copied, client(to));
            hook.after(MoveStep.COMPARED, client(to));
            var moves = new Moves(client(to), arrival.module());
            moves.handEventsOver(arrival.id());
            moves.put(arrival, content(copied));
            undecided = true;
            to.commit();
        }
    }

    private void requireSame(List<RowSet> here) {
        var there = new ArrayList<>(new RowSets(target.jdbc(), arrival.module()).ofSchema());
        there.addAll(new RowSets(target.jdbc(), arrival.module()).ofRuntime(arrival.id()));
        if (!here.equals(there)) {
            var names = here.stream()
                    .filter(rows -> !there.contains(rows))
                    .map(RowSet::name)
                    .collect(Collectors.joining(", "));
            throw new MoveRefusedException(
                    "The tables of %s and of %s are not alike, though their migrations are the same: see %s."
                            .formatted(
                                    source.address(),
                                    target.address(),
                                    names.isEmpty() ? "those that only the latter has" : names));
        }
    }

    /** The snapshot is taken with the first row that is read: after the locks, so that no transaction under way is missed. */
    private static void lock(Connection from, List<RowSet> tables) {
        var jdbc = client(from);
        jdbc.sql("SET lock_timeout TO " + LOCK_TIMEOUT_MILLIS).update();
        jdbc.sql("LOCK TABLE %s IN SHARE MODE"
                        .formatted(tables.stream().map(RowSet::relation).collect(Collectors.joining(", "))))
                .update();
    }

    private List<Copied> copy(Connection from, Connection to, List<RowSet> all) throws SQLException {
        MoveDatabase.awaitCopying(client(to), arrival.module());
        var reactions = Reactions.of(client(to), arrival.module());
        reactions.off();
        var copied = new ArrayList<Copied>();
        for (var rows : all) {
            copied.add(copy(from, to, rows));
        }
        reactions.on();
        new Sequences(client(to), arrival.module()).set(sequences(from));
        hook.after(MoveStep.COPIED, client(to));
        requireSameSequences(sequences(from), sequences(to));
        return copied;
    }

    private static Copied copy(Connection from, Connection to, RowSet rows) throws SQLException {
        long start = System.nanoTime();
        var target = client(to);
        target.sql(rows.beforehand()).update();
        var reading = from.unwrap(PGConnection.class).getCopyAPI().copyOut(rows.copyOut());
        var writing = to.unwrap(PGConnection.class).getCopyAPI().copyIn(rows.copyIn());
        for (var chunk = reading.readFromCopy(); chunk != null; chunk = reading.readFromCopy()) {
            writing.writeToCopy(chunk, 0, chunk.length);
        }
        writing.endCopy();
        rows.afterwards().forEach(sql -> target.sql(sql).update());
        var fingerprint = Fingerprint.of(rows, client(from));
        return new Copied(rows, fingerprint, (System.nanoTime() - start) / 1_000_000);
    }

    private void compare(List<Copied> copied, JdbcClient to) {
        for (var copy : copied) {
            var expected = copy.fingerprint();
            var found = Fingerprint.of(copy.rows(), to);
            if (!found.equals(expected)) {
                throw new MoveRefusedException(
                        "%s has %d rows with the hash %s in %s, but %d with the hash %s in %s: nothing was moved."
                                .formatted(
                                        copy.rows().name(),
                                        expected.rows(),
                                        expected.hash(),
                                        source.address(),
                                        found.rows(),
                                        found.hash(),
                                        target.address()));
            }
            out.accept("%-40s %,12d rows  %s %,8d ms"
                    .formatted(copy.rows().name(), expected.rows(), expected.hash(), copy.millis()));
        }
    }

    private void requireSameSequences(Map<String, Sequences.Value> expected, Map<String, Sequences.Value> found) {
        if (!found.equals(expected)) {
            throw new MoveRefusedException("The sequences are %s in %s, but %s in %s: nothing was moved."
                    .formatted(expected, source.address(), found, target.address()));
        }
    }

    private Map<String, Sequences.Value> sequences(Connection connection) {
        return new Sequences(client(connection), arrival.module()).values();
    }

    private static String content(List<Copied> copied) {
        return copied.stream()
                .map(copy -> "%s %d %s"
                        .formatted(
                                copy.rows().name(),
                                copy.fingerprint().rows(),
                                copy.fingerprint().hash()))
                .collect(Collectors.joining("\n"));
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}
