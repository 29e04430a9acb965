package dev.banyan.inventory;

import dev.banyan.kernel.Failure;
import dev.banyan.kernel.FailureCode;
import dev.banyan.kernel.ModuleException;
import java.util.UUID;

/** The reservation is no longer in the state that the call needs: unknown, released, expired or shipped. */
@FailureCode("inventory.reservation-ended")
public final class ReservationEndedException extends ModuleException {
    public ReservationEndedException(UUID reservationId) {
        super(Kind.CONFLICT, "inventory.reservation-ended", "Reservation %s has ended".formatted(reservationId));
    }

    ReservationEndedException(Failure failure) {
        super(failure);
    }
}
