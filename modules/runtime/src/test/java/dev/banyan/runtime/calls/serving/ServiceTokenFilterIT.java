package dev.banyan.runtime.calls.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.runtime.calls.Processes;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.ServiceTokens;
import dev.banyan.runtime.testing.TestCallers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service's port, as others see it. */
class ServiceTokenFilterIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ServiceTokens tokens = Processes.beta().getBean(ServiceTokens.class);

    @Test
    void aServiceTokenOpensTheModuleThatItIsFor() throws Exception {
        assertThat(post("/internal/alpha/numbers", "Bearer " + token("alpha")).body())
                .isEqualTo("[]");
        assertThat(post("/internal/alpha/numbers", "Bearer " + token("beta")).statusCode())
                .isEqualTo(401);
        assertThat(post("/internal/beta/numbers", "Bearer " + token("beta")).statusCode())
                .isEqualTo(404);
        assertThat(post("/internal/alpha/nothing", "Bearer " + token("alpha")).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal",
                "/internal/alpha",
                "/internal/alpha/numbers",
                "/internal/alpha/credentials/verification-keys",
                "/internal/things",
                "/%69nternal/alpha/numbers"
            })
    void withoutOneThereIsNothing(String path) throws Exception {
        assertThat(post(path, null).statusCode()).isEqualTo(404);
        assertThat(post(path, TestCallers.admin().value()).statusCode()).isEqualTo(404);
        assertThat(post(path, "Bearer nonsense").statusCode()).isEqualTo(404);
        assertThat(post(path, token("alpha")).statusCode()).isEqualTo(404);
    }

    @Test
    void nothingThatIsMappedAnswersWithoutOne() throws Exception {
        var mappings = Processes.alpha()
                .getBean(InternalMapping.class)
                .getHandlerMethods()
                .keySet();
        assertThat(mappings).hasSizeGreaterThanOrEqualTo(6);
        for (var mapping : mappings) {
            for (var path : mapping.getPatternValues()) {
                assertThat(post(path, TestCallers.admin().value()).statusCode()).isEqualTo(404);
                assertThat(post(path, "Bearer " + token("alpha")).statusCode()).isNotIn(401, 403, 404, 405);
            }
        }
    }

    @Test
    void aBadOneIsToldSo() throws Exception {
        var token = token("alpha");
        var answer =
                post("/internal/alpha/numbers", "Bearer " + token.substring(0, token.length() - 10) + "AAAAAAAAAA");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("auth.invalid");
    }

    @Test
    void itOpensNothingElse() throws Exception {
        assertThat(post("/api/things", "Bearer " + token("alpha")).statusCode()).isEqualTo(401);
        assertThat(post("/internal/things", "Bearer " + token("things")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoContractIsNotUnderstood() throws Exception {
        var request = request("/internal/alpha/count", "Bearer " + token("alpha"))
                .POST(BodyPublishers.ofString("{\"key\": [}"))
                .build();
        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
    }

    private String token(String module) {
        return tokens.issue(module, Caller.ANONYMOUS);
    }

    private static HttpResponse<String> post(String path, String authorization)
            throws IOException, InterruptedException {
        var request = request(path, authorization)
                .POST(BodyPublishers.ofString("\"k\""))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String authorization) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + Processes.port(Processes.alpha()) + path))
                .header("Content-Type", "application/json");
        return authorization == null ? request : request.header("Authorization", authorization);
    }
}
