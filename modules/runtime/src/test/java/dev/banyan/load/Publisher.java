package dev.banyan.load;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A change and the event that tells of it. */
class Publisher {
    private static final String TEXT =
            "as long as what an order says of itself, which is about one hundred characters, a few more";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Publisher(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Transactional
    public void publish(String key) {
        long now = System.nanoTime();
        jdbc.sql("INSERT INTO load.sources (key, sent) VALUES (?, ?)")
                .param(key)
                .param(now)
                .update();
        events.publishEvent(new Loaded(UUID.randomUUID(), key, now, TEXT));
    }
}
