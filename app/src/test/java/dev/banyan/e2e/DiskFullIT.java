package dev.banyan.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.banyan.client.Answer;
import dev.banyan.client.Buyer;
import dev.banyan.client.Http;
import dev.banyan.client.Staff;
import dev.banyan.kernel.Ids;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database's disk is full while people order: who finds no room is told to try again, and nothing is done by halves. */
class DiskFullIT {
    private static final int MEGABYTES = 300;
    /** For some orders, so that others run out of it at different steps. */
    private static final int ROOM = 256 * 1024;

    private static final int BUYERS = 20;
    private static final Map<String, String> ADMIN =
            Map.of("BANYAN_ADMIN_EMAIL", Shop.ADMIN, "BANYAN_ADMIN_PASSWORD", Shop.ADMIN_PASSWORD);

    @Test
    void ordersWaitForRoom(@TempDir Path directory) throws Exception {
        assumeTrue(SmallDisk.isPossible(directory), SmallDisk.NEED);
        try (var disk = SmallDisk.at(directory, MEGABYTES);
                var process = BanyanProcess.open(disk.path(), ADMIN, "--banyan.demo=false")) {
            var shop = new Http(process.url());
            var staff = Staff.of(shop, Shop.ADMIN, Shop.ADMIN_PASSWORD);
            var attempts = attempts(shop, staff.product(1000));
            var database = new EmbeddedOwner(disk.path());
            beginSegment(database);

            disk.fillUpTo(ROOM);
            var answers = attempts.stream().map(Attempt::send).toList();
            var reading = shop.get("/api/products");
            disk.free();

            assertThat(reading.status()).isEqualTo(200);
            assertThat(answers).extracting(Answer::status).contains(503).isSubsetOf(201, 503);
            attempts.forEach(DiskFullIT::sendUntilAccepted);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> Invariants.check(database));
            assertThat(attempts)
                    .allSatisfy(attempt -> assertThat(
                                    staff.order(attempt.send().text("/id")).text("/status"))
                            .isEqualTo("CONFIRMED"));
        }
    }

    /** The write-ahead log gets room beforehand, as on a disk of its own: PostgreSQL stops when it can't write that. */
    private static void beginSegment(EmbeddedOwner database) throws Exception {
        database.execute("CHECKPOINT");
        database.execute("SELECT pg_switch_wal()");
        database.execute("CREATE TABLE public.first_in_the_segment (); DROP TABLE public.first_in_the_segment");
    }

    private static List<Attempt> attempts(Http shop, String sku) {
        return IntStream.range(0, BUYERS)
                .mapToObj(_ -> new Attempt(Buyer.of(shop, sku, 1), Ids.next().toString()))
                .toList();
    }

    private static void sendUntilAccepted(Attempt attempt) {
        await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(60))
                .until(attempt::send, answer -> answer.status() == 201);
    }

    private record Attempt(Buyer buyer, String key) {
        Answer send() {
            return buyer.order(key, "tok_approve");
        }
    }
}
