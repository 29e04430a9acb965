package dev.banyan.orders.internal;

import dev.banyan.kernel.Page;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.web.PageRequest;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All orders, for staff. */
@RestController
@RequestMapping("/api/admin/orders")
@Tag(name = "Orders (staff)")
class AdminOrderController {
    private final OrderQueries orders;
    private final AdminOrderQueries details;
    private final OrderCommands commands;

    AdminOrderController(OrderQueries orders, AdminOrderQueries details, OrderCommands commands) {
        this.orders = orders;
        this.details = details;
        this.commands = commands;
    }

    /** Why staff cancel. */
    record CancelRequest(@NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    @Access(value = Access.Level.STAFF, scope = "orders:read")
    Page<OrderView> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String paymentStatus,
            @RequestParam(required = false) @Nullable String fulfilmentStatus,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            PageRequest page) {
        var filter = new OrderFilter(
                OrderFilter.oneOf(OrderStatus.class, "status", status),
                OrderFilter.oneOf(PaymentStatus.class, "paymentStatus", paymentStatus),
                OrderFilter.oneOf(FulfilmentStatus.class, "fulfilmentStatus", fulfilmentStatus),
                OrderFilter.text("email", email),
                OrderFilter.time("from", from),
                OrderFilter.time("to", to));
        return orders.find(filter, page);
    }

    @GetMapping("/{id}")
    @Access(value = Access.Level.STAFF, scope = "orders:read")
    AdminOrderView get(@PathVariable UUID id, Caller caller) {
        return details.get(id, OrderAccess.staff(caller));
    }

    @PostMapping("/{id}/cancel")
    @Access(value = Access.Level.STAFF, scope = "orders:write")
    OrderView cancel(@PathVariable UUID id, @Valid @RequestBody CancelRequest request, Caller caller) {
        return commands.cancel(id, OrderAccess.staff(caller), CancelReason.STAFF, request.reason());
    }
}
