package dev.banyan.users.internal;

import java.time.Duration;

/** How many attempts of a kind are taken at once, and how long until one more is. */
enum Limit {
    /** Failed sign-ins to an account from a network address. */
    SIGN_IN(5, Duration.ofMinutes(1)),
    /** Failed sign-ins to an account from everywhere. Counts only where its owner has never been, so nobody can lock them out. */
    SIGN_IN_ACCOUNT(50, Duration.ofMinutes(1)),
    /** What a network address still gets when the account's failures are too many: an owner comes in from a new place, too. */
    SIGN_IN_RESERVE(1, Duration.ofMinutes(1)),
    /** Failed sign-ins to whatever account from a network address. */
    SIGN_IN_ADDRESS(200, Duration.ofSeconds(3)),
    /** Registrations from a network address, whether they make an account or not: each costs a hash and sends a message. */
    REGISTRATION(60, Duration.ofSeconds(3)),
    /** Messages to an account's owner that somebody tried to register the address again. */
    REGISTRATION_NOTICE(5, Duration.ofHours(1)),
    /** Messages to an account's owner for a new password. */
    PASSWORD_RESET(5, Duration.ofMinutes(12)),
    /** Requests for a new password from a network address. */
    PASSWORD_RESET_ADDRESS(100, Duration.ofSeconds(10));

    private final int burst;
    private final Duration interval;

    Limit(int burst, Duration interval) {
        this.burst = burst;
        this.interval = interval;
    }

    /** The time after which one more is taken. */
    Duration interval() {
        return interval;
    }

    /** A bucket that drains in longer than this is full. */
    Duration depth() {
        return interval.multipliedBy(burst);
    }
}
