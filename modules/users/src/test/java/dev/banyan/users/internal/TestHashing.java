package dev.banyan.users.internal;

import java.util.concurrent.atomic.AtomicInteger;

/** Hashes in no time, and counts how often. */
class TestHashing extends Argon2id {
    private final AtomicInteger hashed = new AtomicInteger();
    private final AtomicInteger checked = new AtomicInteger();

    @Override
    String hash(String password) {
        hashed.incrementAndGet();
        return "hash of " + password;
    }

    @Override
    boolean matches(String password, String hash) {
        checked.incrementAndGet();
        return hash.equals("hash of " + password);
    }

    int hashed() {
        return hashed.get();
    }

    int checked() {
        return checked.get();
    }
}
