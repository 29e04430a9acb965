package dev.banyan.inventory;

import dev.banyan.kernel.Command;
import dev.banyan.kernel.Query;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Stock as other modules see it. May run in another process: every call can time out or arrive twice. A reservation goes
 * held → firm → shipped, or is released from held or firm; a held one expires.
 */
@HttpExchange("/internal/inventory")
public interface InventoryApi {
    /** What can be bought at this moment, one entry for each SKU asked for; one that nobody has stocked has 0. */
    @Query
    @PostExchange("/available")
    List<Availability> available(@RequestBody Set<String> skus);

    /**
     * Holds all lines or none, for 10 minutes. A repeat while it is held changes nothing but starts the 10 minutes anew.
     *
     * @throws OutOfStockException naming every SKU that falls short
     * @throws ReservationEndedException when it was released or has expired, also when the release overtook this call
     */
    @Command(key = "reservationId")
    @PostExchange("/reserve")
    void reserve(@RequestBody ReserveStock command) throws OutOfStockException, ReservationEndedException;

    /**
     * Makes a held reservation firm: it doesn't expire any more. A repeat changes nothing.
     *
     * @throws ReservationEndedException when it is unknown, was released or has expired
     */
    @Command(key = "reservationId")
    @PostExchange("/confirm")
    void confirm(@RequestBody ReservationCommand command) throws ReservationEndedException;

    /** Gives a reservation's stock back. It may be unknown, ended, or still on its way here: it can't be reserved afterwards. Shipped goods stay shipped. */
    @Command(key = "reservationId")
    @PostExchange("/release")
    void release(@RequestBody ReservationCommand command);

    /**
     * The goods of a firm reservation left the house: on hand and reserved both fall. A repeat changes nothing.
     *
     * @throws ReservationEndedException when it is not firm
     */
    @Command(key = "reservationId")
    @PostExchange("/ship")
    void ship(@RequestBody ReservationCommand command) throws ReservationEndedException;
}
