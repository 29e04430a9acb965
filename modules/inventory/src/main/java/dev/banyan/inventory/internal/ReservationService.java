package dev.banyan.inventory.internal;

import dev.banyan.inventory.OutOfStockException;
import dev.banyan.inventory.ReservationEndedException;
import dev.banyan.inventory.ReserveStock;
import dev.banyan.inventory.internal.ReservationRepository.Holding;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reservations from held to firm to shipped, or to released. Every transaction locks its reservation first and then stock in
 * SKU order, whatever it does, so that no two of them can wait for each other.
 */
@Service
class ReservationService {
    private final ReservationRepository reservations;
    private final StockRepository stock;
    private final StockAnnouncements announcements;
    private final InventoryProperties properties;

    ReservationService(
            ReservationRepository reservations,
            StockRepository stock,
            StockAnnouncements announcements,
            InventoryProperties properties) {
        this.reservations = reservations;
        this.stock = stock;
        this.announcements = announcements;
        this.properties = properties;
    }

    @Transactional
    void reserve(ReserveStock command) {
        var wanted = Quantities.of(command.lines());
        var holding = reservations.hold(command.reservationId(), wanted, properties.reservationTtl());
        if (holding == Holding.ENDED) {
            throw new ReservationEndedException(command.reservationId());
        }
        if (holding == Holding.MADE && !wanted.isEmpty()) {
            takeAllOrNothing(wanted);
        }
    }

    @Transactional
    void confirm(UUID id) {
        if (!reservations.confirm(id)) {
            throw new ReservationEndedException(id);
        }
    }

    @Transactional
    void release(UUID id) {
        if (reservations.release(id)) {
            announcements.announce(stock.free(List.of(id)));
        }
    }

    @Transactional
    void ship(UUID id) {
        if (reservations.ship(id)) {
            stock.ship(id);
        } else if (!reservations.isShipped(id)) {
            throw new ReservationEndedException(id);
        }
    }

    private void takeAllOrNothing(Quantities wanted) {
        var movements = stock.reserve(wanted);
        var served = movements.stream().map(StockMovement::sku).collect(Collectors.toSet());
        var shortOf = wanted.without(served);
        if (!shortOf.isEmpty()) {
            throw new OutOfStockException(shortOf);
        }
        announcements.announce(movements);
    }
}
