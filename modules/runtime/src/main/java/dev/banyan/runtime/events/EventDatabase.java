package dev.banyan.runtime.events;

import org.springframework.transaction.PlatformTransactionManager;

/** The ways in which delivery uses the database. */
record EventDatabase(
        PublicationQueries queries, LaneReader lanes, Leases leases, PlatformTransactionManager transactionManager) {}
