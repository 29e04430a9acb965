package dev.banyan.orders.internal;

import dev.banyan.kernel.Currencies;
import dev.banyan.kernel.Money;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.web.Idempotent;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sends goods out and money back, for staff. */
@RestController
@RequestMapping("/api/admin/orders/{id}")
@Tag(name = "Orders (staff)")
class FulfilmentController {
    private final OrderCommands commands;
    private final Refunding refunding;
    private final Currencies currencies;

    FulfilmentController(OrderCommands commands, Refunding refunding, Currencies currencies) {
        this.commands = commands;
        this.refunding = refunding;
        this.currencies = currencies;
    }

    /** The carrier's code, if there is one. */
    record ShipmentRequest(
            @Nullable @Size(min = 1, max = 100) @Pattern(regexp = "\\P{Cntrl}*")
            String trackingCode) {}

    /** @param amount null for all that is left */
    record RefundRequest(
            @Nullable Money amount,
            @NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/shipments")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = Access.Level.STAFF, scope = "orders:write")
    @Idempotent
    Shipment ship(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable ShipmentRequest request,
            Caller caller,
            Operation operation) {
        var trackingCode = request == null ? null : request.trackingCode();
        return commands.ship(operation.id(), id, OrderAccess.staff(caller), trackingCode);
    }

    @PostMapping("/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = Access.Level.STAFF, scope = "orders:write")
    @Idempotent(required = true)
    Refund refund(
            @PathVariable UUID id, @Valid @RequestBody RefundRequest request, Caller caller, Operation operation) {
        var amount = request.amount();
        if (amount != null && (amount.amount() == 0 || !currencies.contains(amount.currency()))) {
            throw InvalidRequestException.field(
                    "amount", "invalid", "is more than nothing, in a currency of this shop");
        }
        return refunding.request(operation.id(), id, OrderAccess.staff(caller), amount, request.reason());
    }
}
