package dev.banyan.inventory.internal;

import dev.banyan.inventory.Availability;
import dev.banyan.inventory.InventoryApi;
import dev.banyan.inventory.ReservationCommand;
import dev.banyan.inventory.ReserveStock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The module's one door for other modules. */
@Component
class InventoryFacade implements InventoryApi {
    private final StockQueries queries;
    private final ReservationService reservations;

    InventoryFacade(StockQueries queries, ReservationService reservations) {
        this.queries = queries;
        this.reservations = reservations;
    }

    @Override
    public List<Availability> available(Set<String> skus) {
        return queries.available(skus);
    }

    @Override
    public void reserve(ReserveStock command) {
        reservations.reserve(command);
    }

    @Override
    public void confirm(ReservationCommand command) {
        reservations.confirm(command.reservationId());
    }

    @Override
    public void release(ReservationCommand command) {
        reservations.release(command.reservationId());
    }

    @Override
    public void ship(ReservationCommand command) {
        reservations.ship(command.reservationId());
    }
}
