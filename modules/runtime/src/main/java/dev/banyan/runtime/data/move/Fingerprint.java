package dev.banyan.runtime.data.move;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What two sets of rows with the same content have in common.
 *
 * @param sum of the rows' hashes
 */
record Fingerprint(long rows, BigDecimal sum) {
    static Fingerprint of(RowSet set, JdbcClient jdbc) {
        return jdbc.sql(set.fingerprint())
                .query((row, number) -> new Fingerprint(row.getLong("rows"), row.getBigDecimal("hash")))
                .single();
    }

    /** The sum's last 64 bits, for people. */
    String hash() {
        return "%016x".formatted(sum.longValue());
    }
}
