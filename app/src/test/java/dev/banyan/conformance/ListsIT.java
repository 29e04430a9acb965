package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Http;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of lists. */
class ListsIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/products",
                "/api/admin/products",
                "/api/admin/users",
                "/api/admin/api-keys",
                "/api/carts",
                "/api/orders",
                "/api/admin/orders",
                "/api/admin/payments",
                "/api/admin/messages"
            })
    void badLimitsAndCursors(String path) {
        for (var limit : List.of("0", "101", "-1", "x", "1.5", "", "99999999999")) {
            Target.admin().get(path + "?limit=" + limit).expectField("validation.failed", "limit");
        }
        for (var cursor : List.of("x", "", "bnVsbA", "a".repeat(3000), "%F0%9F%8C%B3")) {
            Target.admin().get(path + "?cursor=" + cursor).expectProblem(400, "validation.failed");
        }
        var page = Target.admin().get(path + "?limit=100").expect(200);
        assertThat(Page.items(page)).hasSizeLessThanOrEqualTo(100);
        assertThat(Page.items(Target.admin().get(path))).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void aPageIsStableWhileNewThingsCome() {
        var user = Account.fresh().http();
        var before = Stream.generate(() -> cart(user)).limit(5).toList();
        var first = user.get("/api/carts?limit=2").expect(200);
        cart(user);

        var rest = Page.rest(user, "/api/carts", first, 2);

        assertThat(Stream.concat(Page.items(first).stream(), rest.stream())
                        .map(cart -> cart.path("id").asString()))
                .containsExactlyInAnyOrderElementsOf(before);
    }

    /** Each is another list, or the same in another order. */
    @Test
    void aCursorIsForItsOwnList() {
        var user = Account.shared().http();
        cart(user);
        cart(user);
        var cursor = user.get("/api/carts?limit=1").expect(200).text("/nextCursor");
        assertThat(cursor).isNotEmpty();
        user.get("/api/orders?cursor=" + cursor).expectProblem(400, "validation.failed");
        Target.admin().get("/api/admin/users?cursor=" + cursor).expectProblem(400, "validation.failed");
        Target.shop().get("/api/products?cursor=" + cursor).expectProblem(400, "validation.failed");
    }

    private static String cart(Http user) {
        return user.post("/api/carts", Map.of()).expect(201).text("/id");
    }
}
