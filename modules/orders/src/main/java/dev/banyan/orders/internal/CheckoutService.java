package dev.banyan.orders.internal;

import dev.banyan.cart.CartCompletedException;
import dev.banyan.cart.CartNotFoundException;
import dev.banyan.inventory.ReservationEndedException;
import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.ModuleUnavailableException;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Checks a cart out: begin, prepare with calls to other modules and no transaction open, place. May be cut off anywhere: a
 * repeat of the operation goes on where it stopped, and what nobody repeats is undone.
 */
@Service
class CheckoutService {
    private static final Logger LOG = LoggerFactory.getLogger(CheckoutService.class);

    private final CheckoutLedger ledger;
    private final Preparation preparation;
    private final AbandonedCheckouts abandoned;
    private final Placement placement;
    private final OrderQueries orders;

    CheckoutService(
            CheckoutLedger ledger,
            Preparation preparation,
            AbandonedCheckouts abandoned,
            Placement placement,
            OrderQueries orders) {
        this.ledger = ledger;
        this.preparation = preparation;
        this.abandoned = abandoned;
        this.placement = placement;
        this.orders = orders;
    }

    /**
     * The operation's order, as it was placed or as it is by now.
     *
     * @throws ModuleUnavailableException when the outcome isn't decided yet: the same operation can be tried again
     */
    OrderView checkOut(Checkout checkout) {
        var attempt = ledger.begin(checkout.operationId(), checkout.cartId());
        return switch (attempt.state()) {
            case PLACED -> decidedMeanwhile(checkout);
            case ABANDONED, FREED -> throw undecided();
            case STARTED -> carryOut(attempt, checkout);
        };
    }

    private OrderView carryOut(CheckoutAttempt attempt, Checkout checkout) {
        try {
            var cart = preparation.prepare(attempt.orderId(), checkout);
            return placement.place(attempt, checkout, cart).orElseGet(() -> decidedMeanwhile(checkout));
        } catch (ModuleUnavailableException unknown) {
            throw unknown;
        } catch (ModuleException refusal) {
            return refuse(attempt, checkout, refusal);
        } catch (DuplicateKeyException taken) {
            return refuse(attempt, checkout, taken(checkout.cartId()));
        }
    }

    /** Gives back what the attempt holds, then refuses; an attempt that was placed by a twin of this request is answered instead. */
    private OrderView refuse(CheckoutAttempt attempt, Checkout checkout, ModuleException refusal) {
        if (!ledger.abandon(attempt)) {
            return decidedMeanwhile(checkout);
        }
        try {
            if (refusal instanceof CartNotFoundException) {
                ledger.freed(attempt);
            } else {
                abandoned.free(attempt);
            }
        } catch (ModuleException unavailable) {
            LOG.info("Checkout {} is undone later: {}", attempt.orderId(), unavailable.getMessage());
        }
        throw refusal instanceof ReservationEndedException ? undecided() : refusal;
    }

    /** An order that isn't paid yet, or is about to be cancelled, may leave the cart to a repeat of this checkout. */
    private ModuleException taken(UUID cartId) {
        return orders.keeping(cartId)
                .<ModuleException>map(order -> new CartCompletedException(cartId, order))
                .orElseGet(CheckoutService::undecided);
    }

    private OrderView decidedMeanwhile(Checkout checkout) {
        return orders.ofOperation(checkout.operationId()).orElseThrow(CheckoutService::undecided);
    }

    private static ModuleUnavailableException undecided() {
        return new ModuleUnavailableException("orders", Duration.ofSeconds(2));
    }
}
