package dev.banyan.orders.internal;

import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.security.SecretToken;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a prepared checkout into an order: one transaction, one statement and the event. */
@Service
class Placement {
    private static final String PLACE = """
            WITH decided AS (
                UPDATE orders.checkouts SET state = 'PLACED', touched_at = :now, access_token = :sealedToken
                 WHERE operation_id = :operation AND order_id = :id AND state = 'STARTED'
                RETURNING order_id
            ), placed AS (
                INSERT INTO orders.orders
                    (id, number, cart_id, user_id, access_token_hash, email, shipping_address, currency, total_minor,
                     status, payment_status, fulfilment_status, payment_method, payment_token, version, created_at)
                SELECT order_id, 'B-' || nextval('orders.order_number'), :cart, :user, :tokenHash, :email, :address::jsonb,
                       :currency, :total, 'PENDING', 'PENDING', 'UNFULFILLED', :method, :token, :version, :now
                  FROM decided
                RETURNING number
            ), lines AS (
                INSERT INTO orders.order_lines
                    (order_id, position, sku, name, quantity, unit_price_minor, line_total_minor)
                SELECT decided.order_id, l.n, l.sku, l.name, l.quantity, l.price, l.price * l.quantity
                  FROM decided, unnest(:skus::text[], :names::text[], :quantities::integer[], :prices::bigint[])
                       WITH ORDINALITY AS l (sku, name, quantity, price, n)
            ), history AS (
                INSERT INTO orders.order_history (order_id, kind, value, actor, at)
                SELECT order_id, 'STATUS', 'PENDING', :actor, :now FROM decided
            )
            SELECT number FROM placed
            """;

    private final JdbcClient jdbc;
    private final ContractJson json;
    private final AccessTokens accessTokens;
    private final CardTokens cardTokens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Placement(
            JdbcClient jdbc,
            ContractJson json,
            AccessTokens accessTokens,
            CardTokens cardTokens,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.accessTokens = accessTokens;
        this.cardTokens = cardTokens;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Places the order; from now on payment goes on by itself.
     *
     * @return empty when the attempt was decided before: placed, or abandoned
     * @throws org.springframework.dao.DuplicateKeyException when the cart has become another order
     */
    @Transactional
    Optional<OrderView> place(CheckoutAttempt attempt, Checkout checkout, PricedCart cart) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var token = checkout.userId() == null ? SecretToken.next() : null;
        return insert(attempt, checkout, cart, token, now).map(number -> {
            var terms = new OrderTerms(
                    attempt.orderId(),
                    number,
                    checkout.cartId(),
                    checkout.userId(),
                    checkout.email(),
                    cart.lines(),
                    cart.total());
            events.publishEvent(OrderEvents.placed(terms, now));
            return OrderView.placed(terms, checkout.request().shippingAddress(), now)
                    .withAccessToken(token);
        });
    }

    private Optional<String> insert(
            CheckoutAttempt attempt, Checkout checkout, PricedCart cart, @Nullable String token, Instant now) {
        var id = attempt.orderId();
        var card = checkout.request().payment();
        var lines = cart.lines();
        return jdbc.sql(PLACE)
                .param("operation", attempt.operationId())
                .param("id", id)
                .param("cart", checkout.cartId())
                .param("user", checkout.userId())
                .param("tokenHash", token == null ? null : SecretToken.hash(token))
                .param("sealedToken", token == null ? null : accessTokens.seal(id, token))
                .param("email", checkout.email())
                .param("address", json.write(checkout.request().shippingAddress()))
                .param("currency", cart.total().currency())
                .param("total", cart.total().amount())
                .param("method", card.method())
                .param("token", cardTokens.seal(id, card.token()))
                .param("version", OrderRepository.FIRST_VERSION)
                .param("actor", checkout.placedBy())
                .param("now", OrderRows.time(now))
                .param("skus", lines.stream().map(OrderLine::sku).toArray(String[]::new))
                .param("names", lines.stream().map(OrderLine::name).toArray(String[]::new))
                .param("quantities", lines.stream().map(OrderLine::quantity).toArray(Integer[]::new))
                .param(
                        "prices",
                        lines.stream().map(line -> line.unitPrice().amount()).toArray(Long[]::new))
                .query(String.class)
                .optional();
    }
}
