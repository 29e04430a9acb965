package dev.banyan.orders.internal;

import dev.banyan.inventory.Availability;
import dev.banyan.inventory.InventoryApi;
import dev.banyan.inventory.OutOfStockException;
import dev.banyan.inventory.ReservationCommand;
import dev.banyan.inventory.ReservationEndedException;
import dev.banyan.inventory.ReserveStock;
import dev.banyan.inventory.StockLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Stock in memory, as {@link InventoryApi} promises it. */
final class FakeInventory implements InventoryApi {
    private final Map<String, Integer> available = new HashMap<>();
    private final Map<UUID, String> states = new HashMap<>();
    private final Map<UUID, List<StockLine>> lines = new HashMap<>();

    synchronized void stock(String sku, int units) {
        available.put(sku, units);
    }

    synchronized int left(String sku) {
        return available.getOrDefault(sku, 0);
    }

    /** {@code NONE}, {@code HELD}, {@code FIRM}, {@code SHIPPED} or {@code RELEASED}. */
    synchronized String state(UUID reservationId) {
        return states.getOrDefault(reservationId, "NONE");
    }

    @Override
    public synchronized List<Availability> available(Set<String> skus) {
        return skus.stream().map(sku -> new Availability(sku, left(sku))).toList();
    }

    @Override
    public synchronized void reserve(ReserveStock command) {
        switch (state(command.reservationId())) {
            case "HELD", "FIRM" -> {
                return;
            }
            case "NONE" -> {}
            default -> throw new ReservationEndedException(command.reservationId());
        }
        var lacking = command.lines().stream()
                .filter(line -> left(line.sku()) < line.quantity())
                .map(StockLine::sku)
                .toList();
        if (!lacking.isEmpty()) {
            throw new OutOfStockException(lacking);
        }
        command.lines().forEach(line -> available.merge(line.sku(), -line.quantity(), Integer::sum));
        lines.put(command.reservationId(), command.lines());
        states.put(command.reservationId(), "HELD");
    }

    @Override
    public synchronized void confirm(ReservationCommand command) {
        switch (state(command.reservationId())) {
            case "HELD", "FIRM" -> states.put(command.reservationId(), "FIRM");
            default -> throw new ReservationEndedException(command.reservationId());
        }
    }

    @Override
    public synchronized void release(ReservationCommand command) {
        switch (state(command.reservationId())) {
            case "HELD", "FIRM" -> {
                lines.get(command.reservationId())
                        .forEach(line -> available.merge(line.sku(), line.quantity(), Integer::sum));
                states.put(command.reservationId(), "RELEASED");
            }
            case "NONE" -> states.put(command.reservationId(), "RELEASED");
            default -> {}
        }
    }

    @Override
    public synchronized void ship(ReservationCommand command) {
        switch (state(command.reservationId())) {
            case "FIRM", "SHIPPED" -> states.put(command.reservationId(), "SHIPPED");
            default -> throw new ReservationEndedException(command.reservationId());
        }
    }
}
