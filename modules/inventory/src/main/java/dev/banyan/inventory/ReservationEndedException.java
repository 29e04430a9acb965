package dev.banyan.inventory;

import dev.banyan.kernel.ModuleException;
import java.util.UUID;

/** The reservation is no longer in the state that the call needs: unknown, released, expired or shipped. */
public final class ReservationEndedException extends ModuleException {
    public ReservationEndedException(UUID reservationId) {
        super(Kind.CONFLICT, "inventory.reservation-ended", "Reservation %s has ended".formatted(reservationId));
    }
}
