package dev.banyan.orders.internal;

import dev.banyan.kernel.Page;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.PageRequest;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What buyers see of their orders, and do with them. */
@RestController
@RequestMapping("/api/orders")
@Tag(name = "Orders")
class OrderController {
    private static final int LONGEST_WAIT = 30;

    private final OrderQueries orders;
    private final OrderChanges changes;
    private final OrderCommands commands;

    OrderController(OrderQueries orders, OrderChanges changes, OrderCommands commands) {
        this.orders = orders;
        this.changes = changes;
        this.commands = commands;
    }

    @GetMapping("/{id}")
    @Access(value = Access.Level.ANYONE, scope = "orders:read")
    OrderView get(
            @PathVariable UUID id,
            @RequestParam(required = false, defaultValue = "0") int wait,
            @RequestHeader(name = "X-Order-Token", required = false) @Nullable String token,
            Caller caller) {
        if (wait < 0 || wait > LONGEST_WAIT) {
            throw InvalidRequestException.field("wait", "out-of-range", "is 0 to %d seconds".formatted(LONGEST_WAIT));
        }
        var access = OrderAccess.of(caller, token);
        return changes.await(
                id,
                () -> orders.get(id, access),
                order -> order.status() != OrderStatus.PENDING,
                Duration.ofSeconds(wait));
    }

    @GetMapping
    @Access(Access.Level.SIGNED_IN)
    Page<OrderView> mine(Caller caller, PageRequest page) {
        return orders.ofUser(Objects.requireNonNull(caller.userId()), page);
    }

    @PostMapping("/{id}/cancel")
    @Access(value = Access.Level.ANYONE, scope = "orders:write")
    OrderView cancel(
            @PathVariable UUID id,
            @RequestHeader(name = "X-Order-Token", required = false) @Nullable String token,
            Caller caller) {
        return commands.cancel(id, OrderAccess.of(caller, token), CancelReason.CUSTOMER, "by the buyer");
    }
}
