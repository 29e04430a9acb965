package dev.banyan.runtime.data;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where data is kept.
 *
 * @param dataDir holds the embedded database and the secrets made at the first start
 * @param pool connections of this process to the database
 * @param lease how long a process that gives no sign of life keeps the events that it was to deliver; another one on the same database
 *     takes them over then
 */
@ConfigurationProperties("banyan")
public record DataProperties(
        @DefaultValue("banyan-data") Path dataDir,
        @DefaultValue Pool pool,
        @DefaultValue("10s") Duration lease) {
    /** How long a transaction that delivers an event may last, and any transaction be idle: it ends before the lease does. */
    public Duration longestTransaction() {
        return lease.multipliedBy(7).dividedBy(10);
    }

    /**
     * The pool that all modules share.
     *
     * @param size how many connections at most; more than a few per core of the database server slow it down
     * @param timeout how long a transaction waits for a free connection, and a new connection for the server; whole seconds
     * @param silence how long the server may leave a statement without an answer before its connection is given up; whole seconds
     */
    public record Pool(
            @DefaultValue("20") int size,
            @DefaultValue("5s") Duration timeout,
            @DefaultValue("60s") Duration silence) {}
}
