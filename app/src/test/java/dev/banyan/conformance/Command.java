package dev.banyan.conformance;

import dev.banyan.client.Answer;
import dev.banyan.client.Buyer;
import dev.banyan.client.Http;
import dev.banyan.client.Staff;
import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A call that takes JSON, with a body that is good. What it is about need not exist: bodies are checked first.
 *
 * @param path without the placeholders of {@code name}
 */
record Command(String name, Http http, String path, Object body) {
    static final List<String> ALL = Stream.of(accounts(), staff(), shopping())
            .flatMap(commands -> commands.stream().map(Command::name))
            .toList();

    static Command named(String name) {
        return Stream.of(accounts(), staff(), shopping())
                .flatMap(List::stream)
                .filter(command -> command.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    Answer send(Object other) {
        return http.with("If-Match", "*")
                .with("Idempotency-Key", Ids.next().toString())
                .send(name.substring(0, name.indexOf(' ')), path, other);
    }

    private static List<Command> accounts() {
        var customer = Account.shared().http();
        var credentials = Map.of("email", Account.freshEmail(), "password", Account.PASSWORD);
        return List.of(
                guest(
                        "POST /api/users",
                        Edit.set(Edit.set(credentials, "/name", "\"A\""), "/phone", "\"+441632960961\"")),
                guest("POST /api/auth/login", credentials),
                guest("POST /api/auth/refresh", Map.of("refreshToken", "x")),
                guest("POST /api/auth/logout", Map.of("refreshToken", "x")),
                guest("POST /api/auth/password-reset", Map.of("email", Account.freshEmail())),
                guest("POST /api/auth/password-reset/confirm", Map.of("token", "x", "password", Account.PASSWORD)),
                new Command("PATCH /api/users/me", customer, "/api/users/me", "{\"name\":\"A\",\"phone\":null}"),
                admin("PUT /api/admin/users/{id}/roles", Map.of("roles", List.of("customer"))),
                admin("POST /api/admin/api-keys", Map.of("name", "A", "scopes", List.of("catalog:read"))));
    }

    private static List<Command> staff() {
        var product = Edit.set(
                Edit.set(Staff.body(Staff.sku()), "/options", "[{\"name\":\"Size\",\"values\":[\"S\"]}]"),
                "/variants/0/options",
                "{\"Size\":\"S\"}");
        var withSlug = Edit.set(product, "/slug", "\"a-slug\"");
        return List.of(
                admin("POST /api/admin/products", withSlug),
                admin("PUT /api/admin/products/{id}", withSlug),
                admin("PUT /api/admin/products/{id}/variants/{sku}/prices", List.of(Sale.eur(5))),
                admin("PUT /api/admin/stock/{sku}", Map.of("onHand", 5)),
                admin("POST /api/admin/stock/{sku}/adjustments", Edit.set("{\"delta\":5}", "/reason", "\"found\"")),
                admin("POST /api/admin/orders/{id}/cancel", Map.of("reason", "mistake")),
                admin("POST /api/admin/orders/{id}/shipments", Map.of("trackingCode", "A1")),
                admin(
                        "POST /api/admin/orders/{id}/refunds",
                        Edit.set(Map.of("reason", "late"), "/amount", "{\"amount\":1,\"currency\":\"EUR\"}")));
    }

    private static List<Command> shopping() {
        var buyer =
                new Buyer(Target.shop().with("X-Cart-Token", "x"), Ids.next().toString());
        var order = buyer.body("tok_approve", Map.of("expectedTotal", Sale.eur(2000)));
        return List.of(
                guest("POST /api/carts", Map.of("currency", "EUR")),
                guest("PUT /api/carts/{id}/lines/{sku}", Map.of("quantity", 1)),
                new Command("POST /api/orders", buyer.http(), "/api/orders", order));
    }

    private static Command guest(String name, Object body) {
        return new Command(name, Target.shop(), path(name), body);
    }

    private static Command admin(String name, Object body) {
        return new Command(name, Target.admin(), path(name), body);
    }

    /** An id and a SKU that nobody has. */
    private static String path(String name) {
        return name.substring(name.indexOf(' ') + 1)
                .replace("{id}", Ids.next().toString())
                .replace("{sku}", Staff.sku());
    }
}
