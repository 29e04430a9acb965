package dev.banyan.rig;

import dev.banyan.rig.Operation.Kind;
import dev.banyan.rig.Operation.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What was seen outside the database, as temporary tables beside it, so that a check can hold one against the other. */
record Witnessed(Journal journal, List<SmtpStub.Mail> mails, Collection<String> secrets) {
    private static final String TABLES = """
            CREATE TEMP TABLE seen (kind text, subject text, outcome text, id text, number bigint, expected bigint);
            CREATE TEMP TABLE replays (same boolean, first text, second text);
            CREATE TEMP TABLE mails (message_id uuid, recipient text);
            CREATE TEMP TABLE secrets (secret text);
            CREATE TEMP TABLE poison (key text);
            """;

    void write(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS seen, replays, mails, secrets, poison");
            statement.execute(TABLES);
        }
        insert(connection, "seen", 6, journal.operations().map(Witnessed::seen).toList());
        insert(
                connection,
                "replays",
                3,
                journal.replays().stream()
                        .map(replay -> new Object[] {replay.same(), replay.firstOrder(), replay.secondOrder()})
                        .toList());
        insert(
                connection,
                "mails",
                2,
                mails.stream()
                        .map(mail -> new Object[] {messageId(mail), mail.to()})
                        .toList());
        insert(
                connection,
                "secrets",
                1,
                secrets.stream().map(secret -> new Object[] {secret}).toList());
        insert(
                connection,
                "poison",
                1,
                journal.poison().stream().map(key -> new Object[] {key}).toList());
        try (var statement = connection.createStatement()) {
            statement.execute("SET work_mem = '64MB'; ANALYZE seen, replays, mails, secrets, poison");
        }
    }

    private static Object[] seen(Operation operation) {
        var seen = new Object[] {
            operation.kind().name(), operation.subject(), operation.outcome().name(), "", 0L, operation.expected()
        };
        if (operation.outcome() == Outcome.OK) {
            seen[3] = operation.answer().text("/id");
            seen[4] = operation.kind() == Kind.TICK
                    ? operation.answer().at("/n").longValue()
                    : operation.answer().at("/total/amount").longValue(0);
        }
        return seen;
    }

    private static UUID messageId(SmtpStub.Mail mail) {
        return UUID.fromString(mail.messageId().substring(1, mail.messageId().indexOf('@')));
    }

    private static void insert(Connection connection, String table, int columns, List<Object[]> rows)
            throws SQLException {
        var places = "?, ".repeat(columns - 1) + "?";
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO %s VALUES (%s)".formatted(table, places))) {
            for (var row : rows) {
                for (int i = 0; i < columns; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
