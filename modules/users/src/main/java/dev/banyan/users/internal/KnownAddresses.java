package dev.banyan.users.internal;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The network addresses that an account's owner has registered or signed in from. */
@Repository
class KnownAddresses {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration TOUCHED_AFTER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final KeyedHash hash;

    KnownAddresses(JdbcClient jdbc, KeyedHash hash) {
        this.jdbc = jdbc;
        this.hash = hash;
    }

    boolean contains(UUID account, String address) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM users.known_address WHERE account_id = :account AND address = :address)
                """)
                .param("account", account)
                .param("address", hashed(account, address))
                .query(Boolean.class)
                .single();
    }

    /** Writes at most once a day per account and address. */
    void remember(UUID account, String address, Instant now) {
        jdbc.sql("""
                INSERT INTO users.known_address AS k (account_id, address, seen_at) VALUES (:account, :address, :now)
                ON CONFLICT ON CONSTRAINT known_address_pk DO UPDATE SET seen_at = :now WHERE k.seen_at < :stale
                """)
                .param("account", account)
                .param("address", hashed(account, address))
                .param("now", now.atOffset(UTC))
                .param("stale", now.minus(TOUCHED_AFTER).atOffset(UTC))
                .update();
    }

    int deleteForgotten(Instant now) {
        return jdbc.sql("DELETE FROM users.known_address WHERE seen_at < :oldest")
                .param("oldest", now.minus(KEPT).atOffset(UTC))
                .update();
    }

    private String hashed(UUID account, String address) {
        return hash.of("known-address\n" + account + "\n" + address);
    }
}
