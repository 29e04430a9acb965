package dev.banyan.users.internal;

import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an account may do. */
enum Role {
    CUSTOMER,
    STAFF,
    ADMIN;

    /** The role's name in the API, in tokens and in the database. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }

    static SortedSet<Role> ofLabels(Collection<String> labels) {
        return labels.stream().map(label -> ofLabel(label).orElseThrow()).collect(toCollection(TreeSet::new));
    }

    static List<String> labels(SortedSet<Role> roles) {
        return roles.stream().map(Role::label).toList();
    }
}
