package dev.banyan.users.internal;

import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's account; the address identifies it, whatever its letter case. */
record Account(
        UUID id,
        String email,
        String name,
        @Nullable String phone,
        SortedSet<Role> roles,
        String passwordHash,
        long version,
        Instant createdAt) {

    /** The account as it is after a change was written. */
    Account next() {
        return new Account(id, email, name, phone, roles, passwordHash, version + 1, createdAt);
    }

    Account withRoles(SortedSet<Role> changed) {
        return new Account(id, email, name, phone, changed, passwordHash, version, createdAt);
    }

    boolean is(Role role) {
        return roles.contains(role);
    }

    /** Without personal data and without the hash, so that it may end up in a log. */
    @Override
    public String toString() {
        return "Account[id=%s, version=%d]".formatted(id, version);
    }
}
