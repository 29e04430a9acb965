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
 */
@ConfigurationProperties("banyan")
public record DataProperties(
        @DefaultValue("banyan-data") Path dataDir,
        @DefaultValue Pool pool) {
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
