package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Answer;
import dev.banyan.client.Buyer;
import dev.banyan.client.Http;
import dev.banyan.kernel.Ids;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CartMergeIT {
    private final Http user = Account.shared().http();
    private final Buyer mine = Buyer.in(user, "EUR");
    private final Buyer guest = Buyer.in(Target.shop(), "EUR");

    @Test
    void addsQuantitiesUpTo999AndCompletesTheGuestsCart() {
        var both = Target.staff().product(5);
        var many = Target.staff().product(5);
        var theirs = Target.staff().product(5);
        mine.with(both, 1).with(many, 600);
        guest.with(both, 2).with(many, 600).with(theirs, 3);

        var merged = merge(mine, guest).expect(200);

        assertThat(merged.text("/id")).isEqualTo(mine.cartId());
        assertThat(merged.at("/lines")
                        .valueStream()
                        .collect(Collectors.toMap(
                                line -> line.path("sku").asString(),
                                line -> line.path("quantity").intValue())))
                .isEqualTo(Map.of(both, 3, many, 999, theirs, 3));
        assertThat(merge(mine, guest).expect(200).body()).as("a repeat").isEqualTo(merged.body());
        guest.put(both, 1).expectProblem(409, "cart.completed");
        guest.order("tok_approve").expectProblem(409, "cart.completed");
    }

    @Test
    void refusesAnotherCurrency() {
        var dollars = Buyer.in(Target.shop(), "USD");
        merge(mine, dollars).expectProblem(409, "cart.currency-differs");
        dollars.http().get(dollars.cart()).expect(200);
    }

    @Test
    void needsMyCartAndTheGuestsToken() {
        var path = mine.cart() + "/merge";
        user.post(path, "").expectProblem(404, "cart.not-found");
        user.with("X-Cart-Token", "nonsense").post(path, "").expectProblem(404, "cart.not-found");
        var others = Buyer.in(Target.admin(), "EUR");
        merge(others, guest).expectProblem(404, "cart.not-found");
        merge(new Buyer(user, Ids.next().toString()), guest).expectProblem(404, "cart.not-found");
        merge(new Buyer(user, guest.cartId()), guest).expectProblem(404, "cart.not-found");
    }

    @Test
    void refusesCartsInCheckout() {
        guest.with(Target.staff().product(5), 1);
        var slow = guest.order("tok_slow").expect(201);
        merge(mine, guest).expectProblem(409, "cart.checkout-in-progress");
        Buyer.settled(Target.shop(), slow);
        merge(mine, guest).expectProblem(409, "cart.completed");
        mine.with(Target.staff().product(5), 1).order("tok_slow").expect(201);
        merge(mine, Buyer.in(Target.shop(), "EUR")).expectProblem(409, "cart.checkout-in-progress");
    }

    private Answer merge(Buyer into, Buyer from) {
        return user.with("X-Cart-Token", from.http().headers().getOrDefault("X-Cart-Token", ""))
                .post(into.cart() + "/merge", "");
    }
}
