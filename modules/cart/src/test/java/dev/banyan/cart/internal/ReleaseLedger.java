package dev.banyan.cart.internal;

import dev.banyan.kernel.Ids;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at the releases that the module remembers, and adds old ones. */
@Component
class ReleaseLedger {
    private final JdbcClient jdbc;

    ReleaseLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns one of the orders. */
    @Transactional
    UUID add(int many, int hoursAgo) {
        var orders = Stream.generate(Ids::next).limit(many).toArray(UUID[]::new);
        jdbc.sql("""
                INSERT INTO cart.released_checkouts (order_id, released_at)
                SELECT id, now() - make_interval(hours => :hours) FROM unnest(:orders::uuid[]) AS id
                """).param("hours", hoursAgo).param("orders", orders).update();
        return orders[0];
    }

    @Transactional(readOnly = true)
    boolean knows(UUID order) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM cart.released_checkouts WHERE order_id = :order)")
                .param("order", order)
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    long olderThanHours(int hours) {
        return jdbc.sql(
                        "SELECT count(*) FROM cart.released_checkouts WHERE released_at < now() - make_interval(hours => :hours)")
                .param("hours", hours)
                .query(Long.class)
                .single();
    }
}
