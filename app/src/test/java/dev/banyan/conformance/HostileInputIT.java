package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Http;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.testing.Race;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/**
 * Thousands of requests that are wrong in every way, at each call that the API's description names: all are refused politely,
 * and the shop sells on. {@code -Dconformance.seed} repeats a run, {@code -Dconformance.requests} makes it longer.
 */
class HostileInputIT {
    private static final long SEED =
            Long.getLong("conformance.seed", ThreadLocalRandom.current().nextLong());
    private static final int REQUESTS = Integer.getInteger("conformance.requests", 3000);
    private static final int SENDERS = 4;
    private static final List<String> ELSEWHERE =
            List.of("/", "/docs", "/v3/api-docs", "/actuator/health", "/actuator/env", "/internal/orders", "/error");

    /** Words of our insides. What is sent has none of them. */
    private static final Pattern LEAK = Pattern.compile(
            "Exception|\\bat [a-z]+\\.|java\\.|springframework|dev\\.banyan|tomcat|catalina|jackson|hibernate|postgres"
                    + "|SQLSTATE|\\b(SELECT|INSERT|UPDATE) ",
            Pattern.CASE_INSENSITIVE);

    private static final Account ADMIN = Account.withRoles(List.of("admin"));
    private static final Sale SALE = Sale.confirmed();
    private static final List<ApiCall> CALLS = ApiCall.all();
    private static final List<Http> CALLERS = List.of(
            Target.shop(),
            ADMIN.http(),
            ADMIN.http(),
            ADMIN.http(),
            Account.shared().http(),
            SALE.http(),
            SALE.buyer().http(),
            ApiKey.of("catalog:write", "stock:write", "orders:write").http());

    private final AtomicInteger answered = new AtomicInteger();

    @AfterAll
    static void takeTheAdministratorsRoleAway() {
        Target.admin()
                .with("If-Match", "*")
                .put("/api/admin/users/%s/roles".formatted(ADMIN.id()), Map.of("roles", List.of("customer")));
    }

    @Test
    void everythingIsRefusedPolitely() throws Exception {
        System.out.println("conformance.seed=" + SEED);
        List<Callable<Boolean>> senders = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            var random = new Random(SEED + sender);
            senders.add(() -> sendMany(random));
        }
        Race.all(senders);

        assertThat(answered).as("requests with an answer").hasValueGreaterThan(REQUESTS * 8 / 10);
        assertThat(Target.shop().get("/actuator/health/readiness").expect(200).text("/status"))
                .isEqualTo("UP");
        Sale.confirmed();
    }

    private boolean sendMany(Random random) throws IOException {
        var mutations = new Mutations(random);
        for (int i = 0; i < REQUESTS / SENDERS; i++) {
            var request = request(mutations, random);
            mutations.spoil(request);
            check(request, Raw.send(request.bytes()));
        }
        return true;
    }

    private static HostileRequest request(Mutations mutations, Random random) {
        if (random.nextInt(20) == 0) {
            return new HostileRequest("GET", mutations.pick(ELSEWHERE), "");
        }
        var call = mutations.pick(CALLS);
        var path = call.path()
                .replaceAll("\\{sku}", SALE.sku())
                .replaceAll("\\{provider}", "sandbox")
                .replaceAll(
                        "\\{[^}]+}",
                        mutations.pick(List.of(SALE.id(), SALE.buyer().cartId(), ADMIN.id(), "none")));
        var body = call.body().isMissingNode() ? "" : call.body().toString();
        var request = new HostileRequest(call.method(), path, body);
        mutations.pick(CALLERS).headers().forEach((name, value) -> request.headers.add(name + ": " + value));
        if (random.nextInt(10) > 0) {
            request.headers.add("Content-Type: application/json");
            request.headers.add("If-Match: *");
            request.headers.add("Idempotency-Key: " + Ids.next());
        }
        for (var parameter : call.parameters()) {
            if (random.nextInt(3) == 0) {
                request.target += (request.target.contains("?") ? "&" : "?") + parameter + "=1";
            }
        }
        return request;
    }

    private void check(HostileRequest request, Raw answer) {
        var what = "seed %d:%n%s%n→ %s%n%s".formatted(SEED, request, answer.head(), answer.body());
        if (answer.status() == 0) {
            assertThat(request.unreadable).as(what).isTrue();
            return;
        }
        answered.incrementAndGet();
        boolean busy = answer.status() == 503 && answer.header("Retry-After").isPresent();
        assertThat(answer.status() < 500 || busy).as(what).isTrue();
        if (answer.status() >= 400) {
            assertThat(answer.header("Content-Type")).as(what).get().asString().startsWith("application/problem+json");
            assertThat(answer.body()).as(what).doesNotContainPattern(LEAK);
            assertThat(request.method.equals("HEAD") || isProblem(answer))
                    .as(what)
                    .isTrue();
        }
    }

    private static boolean isProblem(Raw answer) {
        try {
            var problem = Http.JSON.readTree(answer.body());
            return problem.path("status").intValue() == answer.status()
                    && problem.path("type")
                            .asString()
                            .equals("/problems/" + problem.path("code").asString())
                    && !problem.path("code").asString().isEmpty();
        } catch (JacksonException notJson) {
            return false;
        }
    }
}
