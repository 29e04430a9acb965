package dev.banyan.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.client.Answer;
import dev.banyan.client.Buyer;
import dev.banyan.client.Http;
import dev.banyan.client.Staff;
import dev.banyan.kernel.Ids;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The jar is killed with {@code -9} again and again while people order; after the last restart it settles by itself, and
 * everything holds. {@code -Dbanyan.crash.kills} and {@code -Dbanyan.crash.seed} change the run.
 */
@Execution(ExecutionMode.CONCURRENT)
class CrashIT {
    private static final int KILLS = Integer.getInteger("banyan.crash.kills", 5);
    private static final int BUYERS = 6;
    private static final List<String> TOKENS =
            List.of("tok_approve", "tok_approve", "tok_approve", "tok_decline", "tok_flaky", "tok_webhook");
    private static final Map<String, String> ADMIN =
            Map.of("BANYAN_ADMIN_EMAIL", Shop.ADMIN, "BANYAN_ADMIN_PASSWORD", Shop.ADMIN_PASSWORD);

    private final Queue<Attempt> unknown = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> accepted = new ConcurrentLinkedQueue<>();

    @Test
    void everythingHoldsAfterFiveKills(@TempDir Path data) throws Exception {
        long seed =
                Long.getLong("banyan.crash.seed", ThreadLocalRandom.current().nextLong());
        System.out.println("banyan.crash.seed=" + seed);
        var random = new Random(seed);
        List<String> skus = List.of();
        for (int kill = 0; kill < KILLS; kill++) {
            try (var process = open(data)) {
                var shop = new Http(process.url());
                skus = skus.isEmpty() ? products(shop) : skus;
                runUntilKilled(process, shop, skus, Duration.ofMillis(1500 + random.nextInt(2500)));
            }
        }
        try (var process = open(data)) {
            settle(new Http(process.url()), data);
        }
    }

    private void settle(Http shop, Path data) {
        var staff = Staff.of(shop, Shop.ADMIN, Shop.ADMIN_PASSWORD);
        unknown.forEach(attempt -> accepted.add(resumed(attempt.at(shop))));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> Invariants.check(new EmbeddedOwner(data)));
        assertThat(accepted)
                .isNotEmpty()
                .allSatisfy(order -> assertThat(staff.order(order.text("/id")).text("/status"))
                        .isIn("CONFIRMED", "CANCELLED"));
        System.out.printf("%d kills, %d orders accepted, %d answers lost%n", KILLS, accepted.size(), unknown.size());
    }

    /** An answer that was lost is given to the same key, at the latest once the dead process's claim has ended; and then always the same one. */
    private static Answer resumed(Attempt attempt) {
        var answer = await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(attempt::send, again -> again.status() != 503 && !again.isProblem("idempotency.in-progress"));
        answer.expect(201);
        assertThat(attempt.send().expect(201).text("/id")).isEqualTo(answer.text("/id"));
        return answer;
    }

    private void runUntilKilled(BanyanProcess process, Http shop, List<String> skus, Duration life) throws Exception {
        var killed = new AtomicBoolean();
        try (var buyers = Executors.newFixedThreadPool(BUYERS)) {
            for (int i = 0; i < BUYERS; i++) {
                buyers.submit(() -> buy(shop, skus, killed));
            }
            Thread.sleep(life);
            killed.set(true);
            process.kill();
        }
    }

    private void buy(Http shop, List<String> skus, AtomicBoolean killed) {
        var random = ThreadLocalRandom.current();
        while (!killed.get()) {
            try {
                var buyer = Buyer.of(shop, skus.get(random.nextInt(skus.size())), 1 + random.nextInt(2));
                var attempt = new Attempt(buyer, Ids.next().toString(), TOKENS.get(random.nextInt(TOKENS.size())));
                unknown.add(attempt);
                var answer = attempt.send();
                unknown.remove(attempt);
                if (answer.status() == 201) {
                    accepted.add(answer);
                }
            } catch (UncheckedIOException connectionLost) {
                continue;
            }
        }
    }

    private static List<String> products(Http shop) {
        var staff = Staff.of(shop, Shop.ADMIN, Shop.ADMIN_PASSWORD);
        var skus = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            skus.add(staff.product(2000));
        }
        return skus;
    }

    private static BanyanProcess open(Path data) {
        return BanyanProcess.open(data, ADMIN, "--banyan.demo=false");
    }

    /** An order whose answer may have been lost. */
    private record Attempt(Buyer buyer, String key, String token) {
        Attempt at(Http shop) {
            return new Attempt(buyer.at(shop), key, token);
        }

        Answer send() {
            return buyer.order(key, token);
        }
    }
}
