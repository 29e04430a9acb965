package dev.banyan.payments.internal;

import dev.banyan.kernel.Page;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payments for staff. */
@RestController
@Tag(name = "Payments")
class PaymentAdminController {
    private final PaymentQueries payments;

    PaymentAdminController(PaymentQueries payments) {
        this.payments = payments;
    }

    /** Newest first; at most one per order. */
    @Operation(summary = "List payments with what was tried at their provider, newest first")
    @Access(value = Access.Level.STAFF, scope = "payments:read")
    @GetMapping("/api/admin/payments")
    Page<PaymentView> list(@RequestParam(required = false) @Nullable UUID orderId, PageRequest page) {
        return payments.list(orderId, page);
    }
}
