package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Buyer;
import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CheckoutIT {
    private static final List<String> FIELDS = List.of(
            "id",
            "number",
            "status",
            "paymentStatus",
            "fulfilmentStatus",
            "lines",
            "subtotal",
            "total",
            "email",
            "shippingAddress",
            "createdAt",
            "version",
            "history");

    @Test
    void aGuestsOrderComesWithATokenOnce() {
        var sale = Sale.placed("tok_approve");
        var placed = sale.placed();

        assertThat(placed.json().propertyNames()).containsAll(FIELDS).contains("accessToken");
        assertThat(placed.text("/accessToken")).hasSizeGreaterThanOrEqualTo(43);
        assertThat(placed.text("/status")).isIn("PENDING", "CONFIRMED");
        assertThat(placed.text("/fulfilmentStatus")).isEqualTo("UNFULFILLED");
        assertThat(placed.text("/createdAt")).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");
        assertThat(placed.text("/email")).isEqualTo("ada@example.com");
        assertThat(placed.at("/shippingAddress")).isEqualTo(Edit.tree(Buyer.ADDRESS));
        assertThat(placed.at("/history/0/status").asString()).isEqualTo("PENDING");
        assertThat(placed.header("Location")).endsWith(sale.path());
        var line = placed.at("/lines/0");
        assertThat(line.propertyNames()).containsExactlyInAnyOrder("sku", "name", "quantity", "unitPrice", "lineTotal");
        assertThat(line.path("sku").asString()).isEqualTo(sale.sku());
        assertThat(line.path("quantity").intValue()).isEqualTo(Sale.QUANTITY);
        assertThat(line.path("unitPrice")).isEqualTo(Edit.tree(Sale.eur(1000)));
        for (var sum : List.of(line.path("lineTotal"), placed.at("/subtotal"), placed.at("/total"))) {
            assertThat(sum).isEqualTo(Edit.tree(Sale.eur(Sale.TOTAL)));
        }
        assertThat(sale.read().json().propertyNames()).containsAll(FIELDS).doesNotContain("accessToken");
        assertThat(sale.read().header("ETag")).matches("\"\\d+\"");
    }

    @Test
    void holdsTheStockAtOnce() {
        var sale = Sale.placed("tok_slow");
        assertThat(Target.staff().stock(sale.sku()).at("/available").longValue())
                .isEqualTo(Sale.STOCK - Sale.QUANTITY);
    }

    @Test
    void aUsersOrderGoesToTheAccountsAddress() {
        var account = Account.shared();
        var sale = Sale.confirmed(account.http());
        assertThat(sale.placed().json().propertyNames()).doesNotContain("accessToken");
        assertThat(sale.placed().text("/email")).isEqualTo(account.email());
        Buyer.of(account.http(), Target.staff().product(5), 1)
                .order(Ids.next().toString(), "tok_approve", Map.of("email", account.email()))
                .expectField("validation.failed", "email");
    }

    @Test
    void aKeyOrdersWithTheCartsTokenAndAnAddress() {
        var guest = Buyer.of(Target.shop(), Target.staff().product(5), 1);
        var token = Objects.requireNonNull(guest.http().headers().get("X-Cart-Token"));
        var till =
                new Buyer(ApiKey.of("orders:write", "orders:read").http().with("X-Cart-Token", token), guest.cartId());
        till.http()
                .with("Idempotency-Key", Ids.next().toString())
                .post("/api/orders", Edit.remove(till.body("tok_approve", Map.of()), "/email"))
                .expectField("validation.failed", "email");
        assertThat(till.order("tok_approve").expect(201).text("/email")).isEqualTo("ada@example.com");
    }

    @Test
    void refusesAnEmptyCart() {
        Buyer.in(Target.shop(), "EUR").order("tok_approve").expectProblem(409, "orders.cart-empty");
    }

    @Test
    void comparesTheExpectedTotal() {
        var buyer = Buyer.of(Target.shop(), Target.staff().product(5), 2);
        for (var expected : List.of(Sale.eur(1999), Product.usd(2000))) {
            var refused = buyer.order(Ids.next().toString(), "tok_approve", Map.of("expectedTotal", expected))
                    .expectProblem(409, "orders.total-changed");
            assertThat(refused.at("/currentTotal")).isEqualTo(Edit.tree(Sale.eur(2000)));
        }
        buyer.order(Ids.next().toString(), "tok_approve", Map.of("expectedTotal", Sale.eur(2000)))
                .expect(201);
    }

    @Test
    void namesWhatIsOutOfStockAndFreesTheCart() {
        var enough = Target.staff().product(5);
        var scarce = Target.staff().product(1);
        var buyer = Buyer.of(Target.shop(), enough, 1).with(scarce, 2);

        var refused = buyer.order("tok_approve").expectProblem(409, "inventory.out-of-stock");

        assertThat(refused.at("/skus")).isEqualTo(Edit.tree(List.of(scarce)));
        assertThat(Target.staff().stock(enough).at("/reserved").longValue()).isZero();
        buyer.with(scarce, 1).order("tok_approve").expect(201);
    }

    @Test
    void aCartIsOneOrder() {
        var sale = Sale.confirmed();
        var again = sale.buyer().order("tok_approve").expectProblem(409, "cart.completed");
        assertThat(again.text("/orderId")).isEqualTo(sale.id());
    }

    @Test
    void pricesAreThoseOfTheCheckout() {
        var buyer = Buyer.of(Target.shop(), Target.staff().product(5), 1);
        var unknown = Edit.set(buyer.body("tok_approve", Map.of()), "/total", "{\"amount\":1,\"currency\":\"EUR\"}");
        buyer.http()
                .with("Idempotency-Key", Ids.next().toString())
                .post("/api/orders", unknown)
                .expectProblem(400, "request.malformed");
        assertThat(buyer.order("tok_approve").expect(201).at("/total")).isEqualTo(Edit.tree(Sale.eur(1000)));
    }

    @Test
    void theAddressKeepsItsSecondLine() {
        var buyer = Buyer.of(Target.shop(), Target.staff().product(5), 1);
        var body = Edit.set(buyer.body("tok_approve", Map.of()), "/shippingAddress/line2", "\"2nd floor\"");
        var placed = buyer.http().with("Idempotency-Key", Ids.next().toString()).post("/api/orders", body);
        assertThat(placed.expect(201).text("/shippingAddress/line2")).isEqualTo("2nd floor");
    }
}
