package dev.banyan.inventory.internal;

import org.jmolecules.event.annotation.DomainEvent;

/** Time to look for reservations that have expired. */
@DomainEvent(namespace = "inventory", name = "expire-reservations.v1")
record ExpireReservations() {
    /** There is one such timer, however many instances run. */
    static final String KEY = "reservations";
}
