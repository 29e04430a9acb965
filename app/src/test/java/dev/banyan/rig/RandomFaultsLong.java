package dev.banyan.rig;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Faults as a seed wants them, each healed before the next one; every two minutes everything has to hold. {@code -Drig.seed}, {@code -Drig.minutes} and
 * {@code -Drig.instances} change the run.
 */
@Tag("long")
class RandomFaultsLong {
    @RegisterExtension
    static final Rig RIG = Rig.of(Integer.getInteger("rig.instances", 1));

    private static final int PEOPLE = 6;
    private static final Duration ROUND = Duration.ofMinutes(2);

    @Test
    void everythingHolds() throws Exception {
        long seed = Long.getLong("rig.seed", ThreadLocalRandom.current().nextLong(1_000_000));
        System.out.println("rig.seed=" + seed);
        var time = Duration.ofSeconds((long) (60 * Double.parseDouble(System.getProperty("rig.minutes", "5"))));
        var random = new Random(seed);
        var done = new TreeMap<String, Integer>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            RIG.restock();
            try (var load = RIG.load(PEOPLE, random.nextLong())) {
                doHarm(random, Math.min(end, System.nanoTime() + ROUND.toNanos()), done);
                load.stop();
            }
            System.out.println("faults so far " + done);
            RIG.aftermath().holds();
        }
    }

    private static void doHarm(Random random, long end, Map<String, Integer> done) throws Exception {
        while (System.nanoTime() < end) {
            var faults = Faults.all(RIG, random.nextInt(RIG.apps().size()));
            var fault = faults.get(random.nextInt(faults.size()));
            done.merge(fault.name(), 1, Integer::sum);
            fault.doFor(Duration.ofMillis(200 + random.nextInt(2000)));
            Thread.sleep(Duration.ofMillis(500 + random.nextInt(2000)));
        }
    }
}
