package dev.banyan.inventory;

import java.util.UUID;

/** Names the reservation that a command is about. */
public record ReservationCommand(UUID reservationId) {}
