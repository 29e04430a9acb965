package dev.banyan.users.internal;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.StartNotice;
import dev.banyan.runtime.StartRefusedException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Sees to it that somebody can administer the shop from its first start on: with the configured address and password, or
 * with ones that are shown this once.
 */
@Component
class FirstAdmin implements ApplicationRunner, StartNotice {
    private static final String DEFAULT_EMAIL = "admin@banyan.local";
    private static final String LABEL = "Admin";

    private final FirstAdminService service;
    private final PasswordHashing hashing;
    private final AdminProperties properties;
    private final Clock clock;
    private volatile List<Line> lines = List.of();

    FirstAdmin(FirstAdminService service, PasswordHashing hashing, AdminProperties properties, Clock clock) {
        this.service = service;
        this.hashing = hashing;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var existing = service.existing();
        lines = existing.isPresent() ? known(existing.get()) : make();
    }

    @Override
    public List<Line> lines() {
        return lines;
    }

    private List<Line> make() {
        var email = given(properties.email()).orElse(DEFAULT_EMAIL);
        if (!EmailSyntax.matches(email)) {
            throw new StartRefusedException("banyan.admin.email is '%s', which is no e-mail address.".formatted(email));
        }
        var chosen = given(properties.password());
        var password = chosen.orElseGet(ReadablePassword::next);
        if (!service.make(account(email, hashing.hash(password)))) {
            return service.existing().map(FirstAdmin::known).orElseGet(List::of);
        }
        return chosen.isPresent()
                ? known(email)
                : List.of(new Line(LABEL, email), new Line("Password", password + " (shown only now)"));
    }

    private Account account(String email, String hash) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var roles = new TreeSet<>(Arrays.asList(Role.CUSTOMER, Role.ADMIN));
        return new Account(Ids.next(), email, "Administrator", null, roles, hash, 0, now);
    }

    private static Optional<String> given(@Nullable String property) {
        return Optional.ofNullable(property).filter(text -> !text.isBlank());
    }

    private static List<Line> known(String email) {
        return List.of(new Line(LABEL, email + ", with the password set before"));
    }
}
