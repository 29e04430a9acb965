package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsIT {
    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/health"})
    void healthNeedsNoCredentialsAndTellsNoDetails(String path) {
        var health = Target.shop().get(path).expect(200);
        assertThat(health.text("/status")).isEqualTo("UP");
        assertThat(health.body()).doesNotContain("jdbc").doesNotContain("diskSpace");
    }

    @Test
    void metricsNeedNoCredentials() {
        var metrics = Target.shop().get("/actuator/prometheus").expect(200);
        assertThat(metrics.header("Content-Type")).startsWith("text/plain");
        assertThat(metrics.body())
                .contains("# TYPE ", "http_server_requests", "jvm_memory_used_bytes")
                .doesNotContain(Target.adminEmail())
                .doesNotContain("jdbc:postgresql");
    }

    @Test
    void theModulesAreShown() {
        var modules = Target.shop().get("/actuator/modulith").expect(200);
        assertThat(modules.json().propertyNames())
                .contains("users", "catalog", "inventory", "cart", "orders", "payments", "notifications");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/info", "/actuator/metrics", "/actuator/env", "/actuator/loggers"})
    void theRestIsForAdministrators(String path) {
        Target.shop().get(path).expectProblem(401, "auth.required");
        Account.shared().http().get(path).expectProblem(403, "auth.forbidden");
        Account.sharedStaff().http().get(path).expectProblem(403, "auth.forbidden");
        ApiKey.of("orders:read").http().get(path).expectProblem(403, "auth.forbidden");
        assertThat(Target.admin().get(path).expect(200).body()).doesNotContain(Target.webhookSecret());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/heapdump",
                "/actuator/shutdown",
                "/actuator/nothing",
                "/actuator/env/",
                "/actuator/health/x",
                "/actuator/metrics/x",
                "/error/x"
            })
    void isNotThereAtAll(String path) {
        Target.admin().get(path).expectProblem(404, "request.not-found");
    }

    @Test
    void thereIsAPageToTryItAt() {
        var page = Target.shop().get("/docs");
        if (page.status() / 100 == 3) {
            page = Target.shop().get(page.header("Location"));
        }
        assertThat(page.expect(200).header("Content-Type")).startsWith("text/html");
    }
}
