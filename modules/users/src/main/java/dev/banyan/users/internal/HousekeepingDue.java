package dev.banyan.users.internal;

import org.jmolecules.event.annotation.DomainEvent;

/** It is time to tidy up. */
@DomainEvent(namespace = "users", name = "housekeeping-due.v1")
record HousekeepingDue() {}
