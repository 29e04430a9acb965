package dev.banyan.runtime.transport;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What waits here for subscribers whose module has moved to another process. It becomes a message for that subscriber, in its old place: ahead
 * of whatever was published later. Timers and parked events stay, and what waits behind a parked one.
 */
class MovedEvents {
    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final UUID claim;
    private final String[] elsewhere;

    /** @param elsewhere the modules that this process doesn't host */
    MovedEvents(JdbcOperations jdbc, TransactionOperations transactions, UUID claim, Collection<String> elsewhere) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.claim = claim;
        this.elsewhere = elsewhere.toArray(String[]::new);
    }

    /** Addresses all whose module no living instance of this database hosts, and returns how many. */
    int address() {
        if (elsewhere.length == 0) {
            return 0;
        }
        var addressed = transactions.execute(status -> jdbc.update("""
                UPDATE runtime.publications p
                   SET subscriber = 'broker', claim = ?, ready_at = NULL, attempts = 0, last_error = NULL,
                       context = (coalesce(p.context, '{}')::jsonb
                                  || jsonb_build_object('addressee', p.subscriber, 'served', NULL))::text
                 WHERE split_part(p.subscriber, '.', 1) = ANY (?) AND p.due_at IS NULL AND p.parked_at IS NULL
                   AND NOT EXISTS (SELECT FROM runtime.instances i
                                    WHERE i.lease_until > clock_timestamp()
                                      AND split_part(p.subscriber, '.', 1) = ANY (i.modules))
                   AND NOT EXISTS (SELECT FROM runtime.publications e
                                    WHERE e.subscriber = p.subscriber AND e.publisher = p.publisher AND e.key = p.key
                                      AND e.position < p.position AND e.parked_at IS NOT NULL)
                """, claim, elsewhere));
        return addressed == null ? 0 : addressed;
    }

    /** Whether another instance may still leave some behind: one that hosts their module, and may have just ended. */
    boolean areHeld() {
        if (elsewhere.length == 0) {
            return false;
        }
        return Boolean.TRUE.equals(
                transactions.execute(status -> jdbc.queryForObject("""
                SELECT EXISTS (SELECT FROM runtime.publications p
                                WHERE split_part(p.subscriber, '.', 1) = ANY (?) AND p.due_at IS NULL AND p.parked_at IS NULL)
                """, Boolean.class, (Object) elsewhere)));
    }
}
