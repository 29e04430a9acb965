package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Http;
import dev.banyan.kernel.Ids;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders as their buyers read them. */
@Execution(ExecutionMode.CONCURRENT)
class OrdersIT {
    @Test
    void areTheirOwners() {
        var owner = Account.fresh().http();
        var users = Sale.confirmed(owner);
        var guests = Sale.confirmed();
        for (var stranger : strangers(guests)) {
            stranger.get(users.path()).expectProblem(404, "orders.not-found");
            stranger.post(users.path() + "/cancel", "").expectProblem(404, "orders.not-found");
        }
        for (var stranger : strangers(users)) {
            stranger.get(guests.path()).expectProblem(404, "orders.not-found");
            stranger.get(guests.path() + "?wait=30").expectProblem(404, "orders.not-found");
            stranger.post(guests.path() + "/cancel", "").expectProblem(404, "orders.not-found");
        }
        assertThat(Page.texts(owner.get("/api/orders"), "id")).containsExactly(users.id());
        assertThat(users.read().text("/status")).isEqualTo("CONFIRMED");
        assertThat(guests.read().text("/status")).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "31", "x", "1.5", "99999999999"})
    void badWaits(String wait) {
        var path = "/api/orders/%s?wait=%s".formatted(Ids.next(), wait);
        Target.shop().get(path).expectField("validation.failed", "wait");
    }

    @Test
    void waitsForTheOutcomeAndNoLonger() {
        var sale = Sale.placed("tok_slow");
        assertThat(sale.http().get(sale.path() + "?wait=0").expect(200).text("/status"))
                .isEqualTo("PENDING");
        assertThat(sale.http().get(sale.path() + "?wait=1").expect(200).text("/status"))
                .isEqualTo("PENDING");

        var settled = sale.settled();

        assertThat(settled.text("/status")).isEqualTo("CONFIRMED");
        assertThat(settled.text("/paymentStatus")).isEqualTo("CAPTURED");
        assertThat(settled.at("/history")
                        .valueStream()
                        .map(step -> step.path("status").asString()))
                .containsExactly("PENDING", "CONFIRMED");
        assertThat(settled.at("/version").longValue())
                .isGreaterThan(sale.placed().at("/version").longValue());
    }

    @Test
    void mineComeNewestFirst() {
        var owner = Account.fresh().http();
        var first = Sale.placed(owner, "tok_approve");
        var second = Sale.placed(owner, "tok_decline");
        assertThat(Page.texts(owner.get("/api/orders"), "id")).containsExactly(second.id(), first.id());
        var page = owner.get("/api/orders?limit=1");
        assertThat(Page.rest(owner, "/api/orders", page, 1)).hasSize(1);
    }

    private static List<Http> strangers(Sale other) {
        return List.of(
                Target.shop(),
                Target.shop().with("X-Order-Token", "nonsense"),
                Target.shop().with("X-Order-Token", ""),
                Target.shop().with("X-Order-Token", Ids.next().toString()),
                other.http(),
                Account.shared().http(),
                Account.sharedStaff().http());
    }
}
