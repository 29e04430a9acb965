package dev.banyan.inventory.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at the tables behind the API, and lets time pass for a reservation. */
@Component
class StockLedger {
    private final JdbcClient jdbc;

    StockLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The SKUs whose numbers don't add up. */
    @Transactional(readOnly = true)
    List<String> faults(Collection<String> skus) {
        return jdbc.sql("""
                SELECT stock.sku || ': ' || row_to_json(stock) AS fault
                  FROM inventory.stock
                 WHERE sku = ANY (:skus::text[])
                   AND (NOT reserved BETWEEN 0 AND on_hand
                        OR reserved <> (SELECT coalesce(sum(quantity), 0)
                                          FROM inventory.reservation_lines AS line
                                          JOIN inventory.reservations AS owner ON owner.id = line.reservation_id
                                         WHERE line.sku = stock.sku AND owner.state IN ('HELD', 'FIRM'))
                        OR on_hand + (SELECT coalesce(sum(quantity), 0)
                                        FROM inventory.reservation_lines AS line
                                        JOIN inventory.reservations AS owner ON owner.id = line.reservation_id
                                       WHERE line.sku = stock.sku AND owner.state = 'SHIPPED')
                           <> (SELECT coalesce(sum(delta), 0) FROM inventory.adjustments WHERE sku = stock.sku))
                """)
                .param("skus", skus.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    @Transactional(readOnly = true)
    String state(UUID reservation) {
        return jdbc.sql("SELECT state FROM inventory.reservations WHERE id = :id")
                .param("id", reservation)
                .query(String.class)
                .single();
    }

    @Transactional(readOnly = true)
    double secondsLeft(UUID reservation) {
        return jdbc.sql("SELECT extract(epoch FROM expires_at - now()) FROM inventory.reservations WHERE id = :id")
                .param("id", reservation)
                .query(Double.class)
                .single();
    }

    /** The reservation's time ends {@code seconds} from now, or has ended when negative. */
    @Transactional
    void age(UUID reservation, int seconds) {
        jdbc.sql("""
                UPDATE inventory.reservations SET expires_at = now() + make_interval(secs => :seconds)
                 WHERE id = :id AND state = 'HELD'
                """).param("seconds", seconds).param("id", reservation).update();
    }

    /** The reservation came to what it is so many hours ago. */
    @Transactional
    void backdate(UUID reservation, int hours) {
        jdbc.sql("UPDATE inventory.reservations SET changed_at = now() - make_interval(hours => :hours) WHERE id = :id")
                .param("hours", hours)
                .param("id", reservation)
                .update();
    }

    @Transactional(readOnly = true)
    boolean knows(UUID reservation) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM inventory.reservations WHERE id = :id)")
                .param("id", reservation)
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    int adjustments(String sku) {
        return jdbc.sql("SELECT count(*) FROM inventory.adjustments WHERE sku = :sku")
                .param("sku", sku)
                .query(Integer.class)
                .single();
    }
}
