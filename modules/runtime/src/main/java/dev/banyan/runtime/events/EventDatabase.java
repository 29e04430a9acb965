package dev.banyan.runtime.events;

import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The ways in which delivery uses the database.
 *
 * @param clock told the database's time, now and then
 */
record EventDatabase(
        PublicationQueries queries,
        LaneReader lanes,
        Leases leases,
        PlatformTransactionManager transactionManager,
        Consumer<Instant> clock) {}
