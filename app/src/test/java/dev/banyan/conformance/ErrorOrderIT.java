package dev.banyan.conformance;

import dev.banyan.client.Staff;
import dev.banyan.conformance.Fault.Request;
import dev.banyan.kernel.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of two things that are wrong, the one that is checked earlier is told. */
class ErrorOrderIT {
    private static final String CUSTOMER =
            Objects.requireNonNull(Account.shared().http().headers().get("Authorization"));

    @ParameterizedTest(name = "{1} before {2}")
    @MethodSource({"replacingAProduct", "refunding"})
    void theEarlierFaultAnswers(Request good, Fault earlier, Fault later) {
        var both = earlier.make().apply(later.make().apply(good));
        both.send().expectProblem(earlier.status(), earlier.code());
    }

    /** Public paths need no credentials, but don't overlook bad ones. */
    @Test
    void badCredentialsCountOnPublicPaths() {
        var bad = Target.shop().bearer("nonsense");
        bad.get("/api/products").expectProblem(401, "auth.invalid");
        bad.get("/api/products/no-such-product").expectProblem(401, "auth.invalid");
        bad.post("/api/carts", "{").expectProblem(401, "auth.invalid");
        Target.shop().with("X-Api-Key", "nonsense").get("/api/categories").expectProblem(401, "auth.invalid");
        Target.shop().with("Authorization", "Basic YTpi").get("/api/products").expectProblem(401, "auth.invalid");
    }

    static Stream<Arguments> replacingAProduct() {
        var sku = Staff.sku();
        var product =
                Target.admin().post("/api/admin/products", Staff.body(sku)).expect(201);
        var taken = Target.staff().product(0);
        var good = new Request(
                Target.admin().with("If-Match", "*"),
                "PUT",
                "/api/admin/products/" + product.text("/id"),
                Edit.tree(Staff.body(sku)).toString());
        var faults = new ArrayList<>(Fault.beforeAnythingIsRead(CUSTOMER));
        faults.add(new Fault(428, "precondition.required", it -> it.http(http -> http.without("If-Match"))));
        faults.add(Fault.malformed());
        faults.add(Fault.invalid("/name", "\"\""));
        faults.add(Fault.elsewhere("catalog.not-found", "/api/admin/products/%s"));
        faults.add(new Fault(412, "precondition.failed", it -> it.header("If-Match", "\"987654\"")));
        faults.add(new Fault(
                409, "catalog.sku-taken", it -> it.body(Edit.set(it.body(), "/variants/0/sku", '"' + taken + '"'))));
        return pairs(good, faults);
    }

    static Stream<Arguments> refunding() {
        var sale = Sale.placed("tok_decline");
        sale.settled();
        var good = new Request(
                Target.admin().with("Idempotency-Key", "of faults"),
                "POST",
                sale.adminPath() + "/refunds",
                Edit.tree(Map.of("reason", "scratched")).toString());
        var faults = new ArrayList<>(Fault.beforeAnythingIsRead(CUSTOMER));
        faults.add(new Fault(400, "idempotency.key-missing", it -> it.http(http -> http.without("Idempotency-Key"))));
        faults.add(Fault.malformed());
        faults.add(Fault.invalid("/reason", "\"\""));
        faults.add(Fault.elsewhere("orders.not-found", "/api/admin/orders/%s/refunds"));
        faults.add(new Fault(
                409,
                "orders.not-refundable",
                it -> it.header("Idempotency-Key", Ids.next().toString())));
        return pairs(good, faults);
    }

    /** Each fault with itself alone and with every later one. */
    private static Stream<Arguments> pairs(Request good, List<Fault> faults) {
        return IntStream.range(0, faults.size())
                .boxed()
                .flatMap(earlier -> faults.subList(earlier, faults.size()).stream()
                        .map(later -> Arguments.of(good, faults.get(earlier), later)));
    }
}
