package dev.banyan.cart.internal;

import org.jmolecules.event.annotation.DomainEvent;

/** Time to forget which orders released their carts long ago. */
@DomainEvent(namespace = "cart", name = "forget-releases.v1")
record ForgetReleases() {
    /** There is one such timer, however many instances run. */
    static final String KEY = "releases";
}
