package dev.banyan.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.client.Buyer;
import dev.banyan.client.Http;
import dev.banyan.client.Staff;
import dev.banyan.kernel.Ids;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The jar as a supervisor runs it: logs for a machine, and an orderly stop. */
class ServiceIT {
    private static final Map<String, String> ADMIN =
            Map.of("BANYAN_ADMIN_EMAIL", Shop.ADMIN, "BANYAN_ADMIN_PASSWORD", Shop.ADMIN_PASSWORD);

    private static final String REQUEST = Ids.next().toString();

    @TempDir
    static Path data;

    private static BanyanProcess process;

    @BeforeAll
    static void open() {
        process = BanyanProcess.open(
                data,
                ADMIN,
                "--banyan.demo=false",
                "--spring.profiles.active=ecs",
                "--logging.level.org.springframework.web.servlet.DispatcherServlet=debug");
        new Http(process.url())
                .with("X-Request-Id", REQUEST)
                .get("/api/products")
                .expect(200);
    }

    @AfterAll
    static void close() {
        process.close();
    }

    @Test
    void logsAsElasticCommonSchemaInTheProfileEcs() {
        assertThat(logged())
                .allSatisfy(
                        line -> assertThat(line.at("/service/name").asString()).isEqualTo("banyan"))
                .filteredOn(line -> line.at("/requestId").asString().equals(REQUEST))
                .first()
                .satisfies(line -> {
                    assertThat(line.at("/log/level").asString()).isEqualTo("DEBUG");
                    assertThat(line.at("/message").asString()).startsWith("GET \"/api/products\"");
                    assertThat(line.at("/traceId").asString()).matches("[0-9a-f]{32}");
                    assertThat(Instant.parse(line.at("/@timestamp").asString())).isBeforeOrEqualTo(Instant.now());
                });
    }

    @Test
    void answersWhoWaitsForAnOrderWhenItStops() throws Exception {
        var shop = new Http(process.url());
        var placed = Buyer.of(
                        shop, Staff.of(shop, Shop.ADMIN, Shop.ADMIN_PASSWORD).product(1), 1)
                .order("tok_timeout")
                .expect(201);
        var path = "/api/orders/%s?wait=30".formatted(placed.text("/id"));
        var waiting = CompletableFuture.supplyAsync(
                () -> shop.with("X-Order-Token", placed.text("/accessToken")).get(path));
        await().until(() -> logged().stream()
                .anyMatch(line -> line.at("/message").asString().contains(path.substring(0, path.indexOf('?')))));

        process.stop();

        assertThat(waiting.get(10, TimeUnit.SECONDS).expect(200).text("/status"))
                .isEqualTo("PENDING");
        assertThat(process.exitCode()).isEqualTo(143);
    }

    /** All whole lines of the output but the box. */
    private static List<JsonNode> logged() {
        var output = process.output();
        return output.substring(0, output.lastIndexOf('\n'))
                .lines()
                .filter(line -> !line.isBlank() && "+|".indexOf(line.charAt(0)) < 0)
                .map(Http.JSON::readTree)
                .toList();
    }
}
