package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Buyer;
import dev.banyan.client.Staff;
import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CartsIT {
    @Test
    void aGuestGetsATokenOnce() {
        var made = Target.shop().post("/api/carts", "").expect(201);
        assertThat(made.json().propertyNames())
                .containsExactlyInAnyOrder("id", "token", "currency", "lines", "subtotal", "version");
        assertThat(made.text("/token")).hasSizeGreaterThanOrEqualTo(43);
        assertThat(made.text("/currency")).isEqualTo("EUR");
        assertThat(made.at("/subtotal")).isEqualTo(Edit.tree(Sale.eur(0)));
        assertThat(made.header("Location")).endsWith("/api/carts/" + made.text("/id"));
        var read = Target.shop()
                .with("X-Cart-Token", made.text("/token"))
                .get("/api/carts/" + made.text("/id"))
                .expect(200);
        assertThat(read.json().propertyNames()).doesNotContain("token");
        assertThat(Target.shop().post("/api/carts", "{}").expect(201).text("/token"))
                .isNotEqualTo(made.text("/token"));
        assertThat(Target.shop().post("/api/carts", Map.of("currency", "USD")).text("/currency"))
                .isEqualTo("USD");
    }

    /** A guest behind one network address is not the guest before: no key makes them one. */
    @Test
    void aGuestsKeyIsIgnored() {
        var keyed = Target.shop().with("Idempotency-Key", "one key for everybody");
        var first = keyed.post("/api/carts", "{}").expect(201);
        var second = keyed.post("/api/carts", Map.of("currency", "USD")).expect(201);
        assertThat(second.text("/id")).isNotEqualTo(first.text("/id"));
        assertThat(second.header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void aCartAnswersToItsTokenAlone() {
        var buyer = Buyer.of(Target.shop(), Target.staff().product(5), 1);
        var other = Buyer.in(Target.shop(), "EUR");
        for (var stranger : List.of(
                Target.shop(),
                Target.shop().with("X-Cart-Token", "nonsense"),
                Target.shop().with("X-Cart-Token", ""),
                other.http(),
                Account.shared().http(),
                Target.admin())) {
            stranger.get(buyer.cart()).expectProblem(404, "cart.not-found");
            stranger.put(buyer.cart() + "/lines/A", Map.of("quantity", 1)).expectProblem(404, "cart.not-found");
            stranger.delete(buyer.cart() + "/lines/A").expectProblem(404, "cart.not-found");
            new Buyer(stranger, buyer.cartId())
                    .order(
                            Ids.next().toString(),
                            "tok_approve",
                            stranger.headers().containsKey("Authorization")
                                    ? Map.of()
                                    : Map.of("email", "a@example.com"))
                    .expectProblem(404, "cart.not-found");
        }
        buyer.http().get(buyer.cart()).expect(200);
        buyer.http().get("/api/carts/" + Ids.next()).expectProblem(404, "cart.not-found");
        buyer.http().get("/api/carts/none").expectProblem(404, "cart.not-found");
    }

    @Test
    void aUsersCartIsOnlyTheirs() {
        var user = Account.fresh().http();
        var buyer = Buyer.of(user, Target.staff().product(5), 1);
        var made = user.get(buyer.cart()).expect(200);
        assertThat(made.json().propertyNames()).doesNotContain("token");
        assertThat(Page.texts(user.get("/api/carts"), "id")).containsExactly(buyer.cartId());
        Account.shared().http().get(buyer.cart()).expectProblem(404, "cart.not-found");
        Target.shop().get(buyer.cart()).expectProblem(404, "cart.not-found");
        Target.admin().get(buyer.cart()).expectProblem(404, "cart.not-found");
        var placed = buyer.order("tok_approve").expect(201);
        user.get("/api/orders/%s?wait=30".formatted(placed.text("/id")));
        assertThat(Page.items(user.get("/api/carts"))).isEmpty();
    }

    @Test
    void showsLinesAtCurrentPrices() {
        var sku = Staff.sku();
        var product = Product.create(Product.body("Lamp", "tests", Product.variant(sku, Sale.eur(1000))));
        var buyer = Buyer.of(Target.shop(), sku, 3);
        Product.anyVersion()
                .put(
                        "/api/admin/products/%s/variants/%s/prices".formatted(product.text("/id"), sku),
                        List.of(Sale.eur(1500)))
                .expect(200);

        var cart = buyer.http().get(buyer.cart()).expect(200);

        assertThat(cart.at("/lines/0"))
                .isEqualTo(Edit.tree(Map.of(
                        "sku",
                        sku,
                        "name",
                        "Lamp",
                        "quantity",
                        3,
                        "unitPrice",
                        Sale.eur(1500),
                        "lineTotal",
                        Sale.eur(4500),
                        "available",
                        0)));
        assertThat(cart.at("/subtotal")).isEqualTo(Edit.tree(Sale.eur(4500)));
    }
}
