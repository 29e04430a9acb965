package dev.banyan.orders.internal;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Looks at what is stored and published, and makes it older. */
@Component
class OrderRecords {
    private final List<Object> published = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Class<?>> failing = new AtomicReference<>();
    private final JdbcClient jdbc;

    OrderRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @TransactionalEventListener
    void on(Record event) {
        published.add(event);
    }

    /** The next transaction that publishes such an event comes to nothing, just before it would be committed. */
    void failOnce(Class<?> event) {
        failing.set(event);
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void beforeCommitOf(Record event) {
        if (failing.compareAndSet(event.getClass(), null)) {
            throw new IllegalStateException("The process ends before it commits");
        }
    }

    <T> List<T> published(Class<T> type) {
        return published.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Transactional
    public void ageCheckout(UUID operationId) {
        jdbc.sql("UPDATE orders.checkouts SET touched_at = touched_at - interval '61 s' WHERE operation_id = :id")
                .param("id", operationId)
                .update();
    }

    @Transactional
    public void ageOrder(UUID id) {
        jdbc.sql("UPDATE orders.orders SET created_at = created_at - interval '11 min' WHERE id = :id")
                .param("id", id)
                .update();
    }

    @Transactional(readOnly = true)
    public long countOfCart(UUID cartId) {
        return jdbc.sql("SELECT count(*) FROM orders.orders WHERE cart_id = :id AND status <> 'CANCELLED'")
                .param("id", cartId)
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public boolean keepsCardToken(UUID id) {
        return jdbc.sql("SELECT payment_token IS NOT NULL FROM orders.orders WHERE id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    public String checkoutState(UUID operationId) {
        return jdbc.sql("SELECT state FROM orders.checkouts WHERE operation_id = :id")
                .param("id", operationId)
                .query(String.class)
                .single();
    }

    @Transactional
    public String plan(String sql) {
        jdbc.sql("SET LOCAL enable_seqscan = off").update();
        return String.join("\n", jdbc.sql("EXPLAIN " + sql).query(String.class).list());
    }
}
