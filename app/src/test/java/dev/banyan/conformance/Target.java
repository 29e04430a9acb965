package dev.banyan.conformance;

import dev.banyan.client.Http;
import dev.banyan.client.Staff;
import dev.banyan.e2e.Shop;
import dev.banyan.e2e.SplitShop;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The shop under test, and all that the suite has to know of it: the one at {@code conformance.url}, with its
 * {@code conformance.admin-email}, {@code .admin-password} and {@code .webhook-secret}, or else one that is started for
 * this run: in one process, or in those of {@code conformance.topology} or {@code conformance.partition}.
 */
final class Target {
    private static final @Nullable String URL = System.getProperty("conformance.url");

    private Target() {}

    /** Talks to the shop as a guest. */
    static Http shop() {
        if (URL != null) {
            return new Http(URI.create(URL));
        }
        return SplitShop.isWanted() ? SplitShop.http() : Shop.http();
    }

    /** The first administrator. */
    static Staff staff() {
        return Admin.current();
    }

    static Http admin() {
        return staff().http();
    }

    static String adminEmail() {
        return setting("admin-email", Shop.ADMIN);
    }

    static String webhookSecret() {
        return setting("webhook-secret", Shop.WEBHOOK_SECRET);
    }

    private static String setting(String name, String ofOurOwn) {
        var property = "conformance." + name;
        return URL == null ? ofOurOwn : Objects.requireNonNull(System.getProperty(property), property);
    }

    private static final class Admin {
        private static final Duration TRUSTED =
                Duration.ofMinutes(8); // a token lasts 15 minutes, a class of tests less than the rest
        private static @Nullable Staff staff;
        private static Instant since = Instant.MIN;

        static synchronized Staff current() {
            var present = staff;
            if (present == null || since.isBefore(Instant.now().minus(TRUSTED))) {
                present = Staff.of(shop(), adminEmail(), setting("admin-password", Shop.ADMIN_PASSWORD));
                staff = present;
                since = Instant.now();
            }
            return present;
        }
    }
}
