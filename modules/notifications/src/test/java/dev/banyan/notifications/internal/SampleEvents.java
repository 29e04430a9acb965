package dev.banyan.notifications.internal;

import dev.banyan.kernel.Ids;
import dev.banyan.orders.events.OrderCancelled;
import dev.banyan.orders.events.OrderConfirmed;
import dev.banyan.orders.events.OrderRefunded;
import dev.banyan.orders.events.OrderShipped;
import dev.banyan.users.events.PasswordResetRequested;
import dev.banyan.users.events.RegistrationRepeated;
import dev.banyan.users.events.UserRegistered;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events with fresh ids, so that tests don't meet. */
final class SampleEvents {
    static final Instant TIME = Instant.parse("2026-11-21T10:15:30Z");

    private SampleEvents() {}

    /** A fresh address. */
    static String address() {
        return "ann-%s@example.com".formatted(Ids.next());
    }

    static UserRegistered registered(String email, String name) {
        return new UserRegistered(Ids.next(), Ids.next(), email, name, TIME);
    }

    static RegistrationRepeated repeated(UUID user) {
        return new RegistrationRepeated(Ids.next(), user, TIME);
    }

    static PasswordResetRequested resetRequested(UUID user) {
        return new PasswordResetRequested(Ids.next(), user, TIME);
    }

    static OrderConfirmed confirmed(UUID order, @Nullable UUID user, String email) {
        var lines = List.of(
                new OrderConfirmed.Line("TEA-1", "Teapot <b>\"Ruby\"</b>", 2, 3998),
                new OrderConfirmed.Line("CUP-7", "Cup & saucer", 1, 750));
        return new OrderConfirmed(Ids.next(), order, "B-100042", user, email, lines, 4748, "EUR", TIME);
    }

    static OrderCancelled cancelled(UUID order, String email, String reason) {
        return new OrderCancelled(Ids.next(), order, "B-100042", null, email, reason, TIME);
    }

    static OrderShipped shipped(UUID order, @Nullable UUID user, String email, @Nullable String trackingCode) {
        return new OrderShipped(Ids.next(), order, "B-100042", user, email, Ids.next(), trackingCode, TIME);
    }

    static OrderRefunded refunded(UUID order, String email) {
        return new OrderRefunded(Ids.next(), order, "B-100042", null, email, Ids.next(), 750, "EUR", TIME);
    }
}
