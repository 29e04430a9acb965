package dev.banyan.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.client.Staff;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One module out of the shop, the rest, and a gateway before both, started with one command. */
class SplitIT {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @TempDir
    static Path directory;

    private static SplitProcess split;

    @BeforeAll
    static void start() {
        split = SplitProcess.launch(directory).awaitReady();
    }

    @AfterAll
    static void stop() {
        split.command().stop();
        split.awaitNothingLeft();
        assertThat(split.command().exitCode()).isEqualTo(143);
    }

    private static List<String> column(String process, String sql) throws Exception {
        var values = new ArrayList<String>();
        try (var connection = new EmbeddedOwner(directory.resolve("data").resolve(process)).connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static Staff staff() {
        return Staff.of(split.http(), Shop.ADMIN, Shop.ADMIN_PASSWORD);
    }

    @Test
    void eachProcessKeepsWhatItHostsAndNothingElse() throws Exception {
        var schemas = "SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema|public)'";
        var roles = "SELECT rolname FROM pg_roles WHERE rolname LIKE 'banyan!_%' ESCAPE '!'";
        assertThat(column("catalog", schemas)).containsExactlyInAnyOrder("runtime", "catalog");
        assertThat(column("catalog", roles))
                .containsExactlyInAnyOrder("banyan_app", "banyan_runtime", "banyan_catalog");
        assertThat(column("rest", schemas)).contains("orders", "users").doesNotContain("catalog");
        assertThat(column("catalog", "SELECT DISTINCT split_part(subscriber, '.', 1) FROM runtime.publications"))
                .isSubsetOf("catalog");
        assertThat(directory.resolve("data/front/postgresql")).doesNotExist();
    }

    @Test
    void anyProcessIsTheEntry() {
        for (var process : List.of("front", "catalog", "rest")) {
            var http = split.http(process);
            assertThat(http.get("/api/products?limit=2").expect(200).at("/items"))
                    .hasSize(2);
            http.get("/api/orders").expectProblem(401, "auth.required");
            http.get("/internal/inventory/find").expectProblem(404, "request.not-found");
            http.get("/actuator/health/readiness").expect(200);
        }
    }

    @Test
    void oneDemoShopIsThereOverAllProcesses() {
        var product = split.http().get("/api/products?limit=1").expect(200).text("/items/0/id");
        var sku = split.http().get("/api/products/" + product).expect(200).text("/variants/0/sku");
        var stock = split.http().get("/api/stock?sku=" + sku).expect(200);
        assertThat(stock.at("/items/0/available").asInt()).isPositive();
    }

    @Test
    void aModuleOfOneProcessIsBoughtFromThroughAnother() {
        var sku = staff().product(3);
        var cart = split.http().post("/api/carts", "{}").expect(201);
        var line = split.http()
                .with("X-Cart-Token", cart.text("/token"))
                .put("/api/carts/%s/lines/%s".formatted(cart.text("/id"), sku), "{\"quantity\":2}")
                .expect(200);
        assertThat(line.at("/subtotal/amount").asInt()).isEqualTo(2000);
    }

    @Test
    void whatConcernsAllIsAskedOfAll() {
        var description = split.http().get("/v3/api-docs").expect(200);
        assertThat(description.at("/paths").propertyNames())
                .contains("/api/products", "/api/orders", "/api/admin/events");
        assertThat(description.json().has("x-missing")).isFalse();
        var own = split.http("catalog")
                .with("Banyan-Forwarded", "test")
                .get("/v3/api-docs")
                .expect(200);
        assertThat(own.at("/paths").propertyNames()).contains("/api/products").doesNotContain("/api/orders");
        split.http().get("/api/admin/events").expectProblem(401, "auth.required");
        var events = staff().http().get("/api/admin/events").expect(200);
        assertThat(strings(events.at("/missing"))).isEmpty();
    }

    @Test
    void whatDiesIsStartedAgain() {
        var http = staff().http();
        split.child("catalog").destroyForcibly();
        await().atMost(PATIENCE).until(() -> http.get("/api/products").isProblem("module.unavailable"));
        assertThat(http.get("/api/products").header("Retry-After")).isNotEmpty();
        http.get("/api/stock?sku=A").expect(200);
        assertThat(strings(http.get("/api/admin/events").expect(200).at("/missing")))
                .containsExactly("catalog");
        await().atMost(PATIENCE).until(() -> http.get("/api/products").status() == 200);
        assertThat(split.command().output()).contains("catalog is dead").doesNotContain("rest is dead");
    }

    @Test
    void oneCanBeRestarted() {
        long before = split.child("front").pid();
        split.command().type("restart front");
        // Nobody listens for a while.
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> split.child("front").pid() != before
                        && split.http("front").get("/actuator/health/readiness").status() == 200);
    }
}
