package dev.banyan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Answer;
import dev.banyan.client.Buyer;
import dev.banyan.client.Http;
import dev.banyan.client.Staff;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.data.embedded.EmbeddedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The jar moves a module's data out of a shop and back. */
@Execution(ExecutionMode.CONCURRENT)
class MoveIT {
    private static final Map<String, String> ADMIN =
            Map.of("BANYAN_ADMIN_EMAIL", Shop.ADMIN, "BANYAN_ADMIN_PASSWORD", Shop.ADMIN_PASSWORD);
    private static final String WAITING =
            "SELECT count(*) FROM runtime.publications WHERE type = 'payments.payment-declined.v1'";

    @TempDir
    Path data;

    @TempDir
    Path secondData;

    @Test
    void ordersMoveOutWithWhatWaitsForThemAndComeBack() throws Exception {
        try (var server = EmbeddedServer.temporary()) {
            var second = server.jdbcUrl("second");
            execute(server, "postgres", "CREATE DATABASE second");
            var placed = placed();
            assertMoved(move("--to", second, "--to-user", server.user(), "--to-password", server.password()), second);
            assertThat(number(server, WAITING)).isOne();
            execute(
                    server,
                    "second",
                    "UPDATE runtime.publications SET ready_at = now() WHERE type = 'payments.payment-declined.v1'");

            var refused = BanyanProcess.run("--server.port=0", "--banyan.data-dir=" + data);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.errors())
                    .isEqualTo(
                            "Banyan did not start: The module 'orders' has moved to %s; leave it out of banyan.modules here, or move it back.%n"
                                    .formatted(second));

            try (var process = open(server, second)) {
                assertThat(Buyer.settled(new Http(process.url()), placed).text("/status"))
                        .isEqualTo("CANCELLED");
                assertThat(number(server, WAITING)).isZero();
                var running =
                        move("--from", second, "--from-user", server.user(), "--from-password", server.password());
                assertThat(running.errors()).contains("The module 'orders' runs on " + second);
            }
            assertMoved(
                    move("--from", second, "--from-user", server.user(), "--from-password", server.password()),
                    "the embedded database in " + data.toRealPath());
            try (var process = BanyanProcess.open(data, ADMIN)) {
                assertThat(Buyer.settled(new Http(process.url()), placed).text("/status"))
                        .isEqualTo("CANCELLED");
            }
        }
    }

    @Test
    void whatCannotMoveIsToldInOneSentence() {
        assertThat(BanyanProcess.run("move", "orders", "--force")).satisfies(process -> {
            assertThat(process.exitCode()).isEqualTo(2);
            assertThat(process.errors().lines()).hasSize(1);
        });
        assertThat(BanyanProcess.run("move", "basket", "--to", "jdbc:postgresql://localhost:1/none")
                        .errors())
                .startsWith("Banyan did not move 'basket': there is none of that name; the modules are cart, catalog,");
    }

    /** An order that waits for its payment, and the news that there will be none, which nobody has handled yet. */
    private Answer placed() throws Exception {
        try (var process = BanyanProcess.open(data, ADMIN, "--banyan.demo=false")) {
            var shop = new Http(process.url());
            var sku = Staff.of(shop, Shop.ADMIN, Shop.ADMIN_PASSWORD).product(5);
            var placed = Buyer.of(shop, sku, 1).order("tok_timeout").expect(201);
            new EmbeddedOwner(data).execute("""
                    INSERT INTO runtime.publications (position, claim, event_id, publisher, subscriber, type, key, payload, ready_at)
                    SELECT nextval('runtime.publication_position'), id, '%1$s', 'payments', 'orders.payment-events-listener',
                           'payments.payment-declined.v1', '%2$s',
                           '{"eventId":"%1$s","paymentId":"%1$s","orderId":"%2$s","amountMinor":1000,"currency":"EUR",'
                           || '"reason":"declined","occurredAt":"2026-11-21T00:00:00Z"}', now() + interval '1 hour'
                      FROM runtime.instances
                    """.formatted(Ids.next(), placed.text("/id")));
            return placed;
        }
    }

    private BanyanProcess open(EmbeddedServer server, String url) throws Exception {
        return BanyanProcess.open(
                secondData,
                Map.of(
                        "BANYAN_SECRET",
                                Files.readString(data.resolve("secret")).strip(),
                        "SPRING_DATASOURCE_PASSWORD", server.password()),
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + server.user(),
                "--banyan.demo=false");
    }

    private BanyanProcess move(String... options) {
        var words = new ArrayList<>(List.of("move", "orders", "--banyan.data-dir=" + data));
        words.addAll(List.of(options));
        return BanyanProcess.run(words.toArray(String[]::new));
    }

    private static void assertMoved(BanyanProcess process, String where) {
        assertThat(process.errors()).isEmpty();
        assertThat(process.exitCode()).isZero();
        assertThat(process.output().lines())
                .anySatisfy(line -> assertThat(line).matches("orders\\.orders +1 rows  [0-9a-f]{16} +[0-9,]+ ms"))
                .last()
                .asString()
                .startsWith("'orders' is in " + where + " now");
    }

    private static void execute(EmbeddedServer server, String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("second"), server.user(), server.password());
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
