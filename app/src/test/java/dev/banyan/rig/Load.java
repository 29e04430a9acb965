package dev.banyan.rig;

import dev.banyan.client.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** People who buy, cancel, ship and give back, all at once, until they are told to stop. The seed says what each of them wants. */
final class Load implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(300);

    private final Journal journal;
    private final Function<Random, Http> shops;
    private final Assortment assortment;
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean stopping;

    /** @param shops chooses an instance for each request */
    Load(Journal journal, Assortment assortment, Function<Random, Http> shops) {
        this.journal = journal;
        this.assortment = assortment;
        this.shops = random -> shops.apply(random).within(PATIENCE);
    }

    /** Sends {@code number} people in. */
    Load start(int number, long seed) {
        for (int i = 0; i < number; i++) {
            var person = new Person(new Random(seed + i), shops, assortment, journal);
            people.add(Thread.ofVirtual().name("person-" + i).start(() -> live(person)));
        }
        return this;
    }

    /** Nobody begins anything new; returns when everybody has ended what he was at. */
    void stop() {
        stopping = true;
        people.forEach(Load::join);
    }

    @Override
    public void close() {
        stop();
    }

    private void live(Person person) {
        while (!stopping) {
            try {
                if (!person.act()) {
                    Thread.sleep(PAUSE_AFTER_FAILURE);
                }
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
