package dev.banyan.conformance;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of the right type that a field doesn't take: 400, and the field is named. */
class InvalidFieldsIT {
    private static final String BLANK = "\"  \"";
    private static final String EMPTY = "\"\"";
    private static final String NULL = "null";

    @ParameterizedTest(name = "{0} {1} = {2}")
    @MethodSource({"accounts", "products", "stock", "carts", "orders", "fulfilment"})
    void isRefused(String name, String pointer, String value) {
        var command = Command.named(name);
        command.send(Edit.set(command.body(), pointer, value))
                .expectField("validation.failed", StrictJsonIT.field(pointer));
    }

    @ParameterizedTest(name = "{0} without {1}")
    @MethodSource("required")
    void isRequired(String name, String pointer) {
        var command = Command.named(name);
        command.send(Edit.remove(command.body(), pointer))
                .expectField("validation.failed", StrictJsonIT.field(pointer));
    }

    static Stream<Arguments> accounts() {
        var users = "POST /api/users";
        var keys = "POST /api/admin/api-keys";
        return rows(
                row(
                        users,
                        "/email",
                        NULL,
                        EMPTY,
                        "\"ada\"",
                        "\"a@b\"",
                        "\"a b@example.com\"",
                        text(250, "@example.com")),
                row(users, "/password", NULL, "\"1234567\"", text(129, ""), "\"password\"", "\"12345678\""),
                row(users, "/name", NULL, EMPTY, BLANK, text(201, "")),
                row(users, "/phone", EMPTY, "\"0123\"", "\"call me\""),
                row("POST /api/auth/login", "/email", NULL),
                row("POST /api/auth/login", "/password", NULL),
                row("POST /api/auth/refresh", "/refreshToken", NULL),
                row("POST /api/auth/logout", "/refreshToken", NULL),
                row("POST /api/auth/password-reset", "/email", NULL),
                row("POST /api/auth/password-reset/confirm", "/password", NULL, "\"short\"", "\"password\""),
                row("PATCH /api/users/me", "/name", NULL, EMPTY, text(201, "")),
                row("PATCH /api/users/me", "/phone", "\"0123\""),
                row("PUT /api/admin/users/{id}/roles", "/roles", NULL, "[]"),
                row("PUT /api/admin/users/{id}/roles", "/roles/0", "\"king\"", EMPTY),
                row(keys, "/name", NULL, BLANK),
                row(keys, "/scopes", NULL, "[]"),
                row(keys, "/scopes/0", "\"catalog\"", "\"catalog:delete\"", "\"*\""));
    }

    static Stream<Arguments> products() {
        return Stream.of("POST /api/admin/products", "PUT /api/admin/products/{id}")
                .flatMap(command -> rows(
                        row(command, "/slug", EMPTY, "\"Not A Slug\"", "\"-a\"", "\"a/b\""),
                        row(command, "/name", NULL, EMPTY, BLANK),
                        row(command, "/description", NULL),
                        row(command, "/category", NULL, EMPTY, "\"/a\"", "\"A B\"", "\"a//b\""),
                        row(command, "/variants", NULL, "[]"),
                        row(command, "/variants/0/sku", NULL, EMPTY, "\"a b\"", "\"a/b\"", "\"ü\"", text(65, "")),
                        row(command, "/variants/0/prices", NULL),
                        row(command, "/variants/0/prices/0/currency", "\"GBP\""),
                        row(
                                command,
                                "/variants/0/prices/0",
                                money("-1", "EUR"),
                                money("1000000000001", "EUR"),
                                money("1", "eur")),
                        row(command, "/variants/0/weightGrams", "-1")));
    }

    static Stream<Arguments> stock() {
        var adjust = "POST /api/admin/stock/{sku}/adjustments";
        return rows(
                row("PUT /api/admin/stock/{sku}", "/onHand", NULL, "-1"),
                row(adjust, "/delta", NULL),
                row(adjust, "/reason", NULL, EMPTY, BLANK));
    }

    static Stream<Arguments> carts() {
        return rows(
                row("POST /api/carts", "/currency", "\"GBP\"", "\"eur\"", EMPTY),
                row("PUT /api/carts/{id}/lines/{sku}", "/quantity", NULL, "0", "-1", "1000", "2147483647"));
    }

    static Stream<Arguments> orders() {
        var order = "POST /api/orders";
        return rows(
                row(order, "/cartId", NULL),
                row(order, "/email", NULL, EMPTY, "\"ada\""),
                row(order, "/shippingAddress", NULL),
                row(order, "/shippingAddress/name", NULL, BLANK),
                row(order, "/shippingAddress/line1", NULL, BLANK),
                row(order, "/shippingAddress/city", NULL, BLANK),
                row(order, "/shippingAddress/postalCode", NULL, BLANK),
                row(order, "/shippingAddress/country", NULL, EMPTY, "\"XX\"", "\"GBR\"", "\"gb\""),
                row(order, "/payment", NULL),
                row(order, "/payment/method", NULL, "\"cash\""),
                row(order, "/payment/token", NULL, EMPTY),
                row(order, "/expectedTotal/currency", "\"GBP\""));
    }

    static Stream<Arguments> fulfilment() {
        var refund = "POST /api/admin/orders/{id}/refunds";
        return rows(
                row("POST /api/admin/orders/{id}/cancel", "/reason", NULL, EMPTY, BLANK, text(501, "")),
                row("POST /api/admin/orders/{id}/shipments", "/trackingCode", text(101, "")),
                row(refund, "/reason", NULL, EMPTY, BLANK, text(501, "")));
    }

    static Stream<Arguments> required() {
        return Stream.of(
                arguments("POST /api/users", "/email"),
                arguments("POST /api/users", "/password"),
                arguments("POST /api/users", "/name"),
                arguments("POST /api/auth/login", "/password"),
                arguments("POST /api/auth/password-reset/confirm", "/token"),
                arguments("POST /api/admin/products", "/name"),
                arguments("POST /api/admin/products", "/variants"),
                arguments("POST /api/admin/products", "/variants/0/sku"),
                arguments("POST /api/admin/products", "/variants/0/prices/0/amount"),
                arguments("PUT /api/admin/stock/{sku}", "/onHand"),
                arguments("PUT /api/carts/{id}/lines/{sku}", "/quantity"),
                arguments("POST /api/orders", "/email"),
                arguments("POST /api/orders", "/shippingAddress"),
                arguments("POST /api/orders", "/payment/token"),
                arguments("POST /api/admin/orders/{id}/refunds", "/reason"));
    }

    @SafeVarargs
    private static Stream<Arguments> rows(Stream<Arguments>... rows) {
        return Arrays.stream(rows).flatMap(row -> row);
    }

    private static Stream<Arguments> row(String command, String pointer, String... values) {
        return Arrays.stream(values).map(value -> arguments(command, pointer, value));
    }

    private static String money(String amount, String currency) {
        return "{\"amount\":%s,\"currency\":\"%s\"}".formatted(amount, currency);
    }

    private static String text(int length, String ending) {
        return '"' + "x".repeat(length) + ending + '"';
    }
}
