package dev.banyan.users.internal;

import dev.banyan.kernel.Ids;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/**
 * Registers people. Whether the address was taken shows neither in the answer nor in its time: the password is hashed and
 * one transaction committed either way.
 */
@Service
class Registration {
    private static final SortedSet<Role> ROLES = new TreeSet<>(Set.of(Role.CUSTOMER));

    private final PasswordHashing hashing;
    private final RegistrationService service;
    private final Clock clock;

    Registration(PasswordHashing hashing, RegistrationService service, Clock clock) {
        this.hashing = hashing;
        this.service = service;
        this.clock = clock;
    }

    /** 429 past the limit of registrations from {@code address}, before anything is hashed. */
    void register(RegisterUser request, String address) {
        service.admit(address);
        var hash = hashing.hash(request.password());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        service.register(
                new Account(
                        Ids.next(),
                        request.email(),
                        request.name().strip(),
                        PhoneNumber.normalized(request.phone()),
                        ROLES,
                        hash,
                        0,
                        now),
                address);
    }
}
