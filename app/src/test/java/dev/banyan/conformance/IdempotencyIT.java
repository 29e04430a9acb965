package dev.banyan.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.client.Answer;
import dev.banyan.client.Buyer;
import dev.banyan.client.Staff;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.testing.Race;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept for a key, for whom, and what isn't. */
class IdempotencyIT {
    private final String key = Ids.next().toString();

    static Stream<String> badKeys() {
        return Stream.of("", "x".repeat(256), "caf\u00e9", "tab\tin it");
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void keysHaveAForm(String bad) throws IOException {
        var body = Edit.tree(Staff.body(Staff.sku())).toString();
        var request = "POST /api/admin/products HTTP/1.1\r\nHost: shop\r\nConnection: close\r\nAuthorization: %s\r\n"
                        .formatted(Target.admin().headers().get("Authorization"))
                + "Content-Type: application/json\r\nIdempotency-Key: %s\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(bad, body.length(), body);
        var answer = Raw.send(request.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).get().asString().startsWith("application/problem+json");
    }

    @Test
    void aKeyOf255PrintableCharactersIsFine() {
        var long255 = IntStream.range(0, 255)
                .mapToObj(n -> String.valueOf((char) ('!' + n % 94)))
                .collect(Collectors.joining());
        var unique = (key + long255).substring(0, 255);
        Target.admin()
                .with("Idempotency-Key", unique)
                .post("/api/admin/products", Staff.body(Staff.sku()))
                .expect(201);
    }

    @Test
    void callersAreIndependent() {
        var sku = Target.staff().product(5);
        var first = Buyer.of(Target.shop(), sku, 1).order(key, "tok_approve").expect(201);
        var second = Buyer.of(Target.shop(), sku, 1).order(key, "tok_approve").expect(201);
        var user = Buyer.of(Account.shared().http(), sku, 1)
                .order(key, "tok_approve")
                .expect(201);
        assertThat(Set.of(first.text("/id"), second.text("/id"), user.text("/id")))
                .hasSize(3);
    }

    @Test
    void pathsAreIndependent() {
        var keyed = Target.admin().with("Idempotency-Key", key);
        keyed.post("/api/admin/stock/%s/adjustments".formatted(Staff.sku()), adjustment())
                .expect(200);
        var other = keyed.post("/api/admin/stock/%s/adjustments".formatted(Staff.sku()), adjustment());
        assertThat(other.expect(200).header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void aRefusalByTheOperationIsKept() {
        var buyer = Buyer.in(Target.shop(), "EUR");
        buyer.order(key, "tok_approve").expectProblem(409, "orders.cart-empty");
        buyer.with(Target.staff().product(5), 1);

        var again = buyer.order(key, "tok_approve").expectProblem(409, "orders.cart-empty");

        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        buyer.order("tok_approve").expect(201);
    }

    @Test
    void whatWasNeverTriedIsNotKept() {
        var buyer = Buyer.of(Target.shop(), Target.staff().product(5), 1);
        buyer.order(key, "").expectProblem(400, "validation.failed");
        buyer.order(key, "tok_approve", Map.of("unknown", 1)).expectProblem(400, "request.malformed");
        var placed = buyer.order(key, "tok_approve").expect(201);
        assertThat(placed.header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void anotherBodyIsRefused() {
        var buyer = Buyer.of(Target.shop(), Target.staff().product(5), 1);
        var placed = buyer.order(key, "tok_approve").expect(201);
        buyer.order(key, "tok_decline").expectProblem(422, "idempotency.key-reused");
        var again = buyer.order(key, "tok_approve").expect(201);
        assertThat(again.body()).isEqualTo(placed.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(placed.header("Location"));
    }

    /** Of two at the same moment, one may find the other still running. */
    @Test
    void theFirstOneMayStillRun() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> race().stream().anyMatch(answer -> answer.isProblem("idempotency.in-progress")));
    }

    private static List<Answer> race() throws Exception {
        var buyer = Buyer.of(Target.shop(), Target.staff().product(5), 1);
        var key = Ids.next().toString();
        return Race.all(16, _ -> buyer.order(key, "tok_approve"));
    }

    private static Map<String, Object> adjustment() {
        return Map.of("delta", 1, "reason", "found");
    }
}
