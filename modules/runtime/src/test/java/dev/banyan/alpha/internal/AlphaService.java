package dev.banyan.alpha.internal;

import dev.banyan.alpha.events.Counted;
import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
public class AlphaService {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    AlphaService(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Counts on in {@code key}, under a row lock, so that commit order is the numbers' order. */
    @Transactional
    public int next(String key) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(?))").param(key).query().listOfRows();
        int n = jdbc.sql("SELECT coalesce(max(n), 0) + 1 FROM alpha.numbers WHERE key = ?")
                .param(key)
                .query(Integer.class)
                .single();
        jdbc.sql("INSERT INTO alpha.numbers (key, n) VALUES (?, ?)")
                .param(key)
                .param(n)
                .update();
        events.publishEvent(new Counted(Ids.next(), key, n));
        return n;
    }

    /** Counts on {@code times} times in one transaction. */
    @Transactional
    public void next(String key, int times) {
        for (int i = 0; i < times; i++) {
            next(key);
        }
    }

    @Transactional
    public void inTransaction(Consumer<JdbcClient> action) {
        action.accept(jdbc);
    }

    @Transactional(readOnly = true)
    public void reading(Consumer<JdbcClient> action) {
        action.accept(jdbc);
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void readingOneSnapshot(Consumer<JdbcClient> action) {
        action.accept(jdbc);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void inNewTransaction(Runnable action) {
        action.run();
    }

    @Transactional(readOnly = true)
    public List<Integer> numbers(String key) {
        return jdbc.sql("SELECT n FROM alpha.numbers WHERE key = ? ORDER BY n")
                .param(key)
                .query(Integer.class)
                .list();
    }

    public void publishWithoutTransaction(String key) {
        events.publishEvent(new Counted(Ids.next(), key, 1));
    }
}
