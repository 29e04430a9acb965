package dev.banyan.payments.sandbox;

import dev.banyan.payments.spi.ProviderAuthorization;
import dev.banyan.payments.spi.ProviderCommand;
import dev.banyan.payments.spi.ProviderOutcome;
import dev.banyan.payments.spi.ProviderUnavailableException;
import dev.banyan.runtime.json.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sandbox as a process of its own, over HTTP. */
final class RemoteSandbox implements SandboxApi {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final int OK = 200;

    private final String url;
    private final ContractJson json;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    RemoteSandbox(String url, ContractJson json) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.json = json;
    }

    @Override
    public ProviderOutcome authorize(ProviderAuthorization authorization, @Nullable String webhookUrl) {
        return post("/v1/authorize", AuthorizeMessage.of(authorization, webhookUrl));
    }

    @Override
    public ProviderOutcome execute(Operation operation, ProviderCommand command) {
        return post("/v1/" + operation.name().toLowerCase(Locale.ROOT), command);
    }

    @Override
    public Optional<ProviderOutcome> outcome(String key) {
        var path = "/v1/outcomes/" + URLEncoder.encode(key, StandardCharsets.UTF_8);
        return send(request(path).GET().build()).outcome();
    }

    @Override
    public void close() {
        http.close();
    }

    private ProviderOutcome post(String path, Object message) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.write(message)))
                .build();
        return send(request)
                .outcome()
                .orElseThrow(() -> new ProviderUnavailableException("The sandbox answered nothing"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(ANSWER);
    }

    private OutcomeMessage send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new ProviderUnavailableException("The sandbox answered " + response.statusCode());
            }
            return json.read(response.body(), OutcomeMessage.class);
        } catch (IOException unreachable) {
            throw new ProviderUnavailableException("The sandbox can't be reached: " + unreachable, unreachable);
        } catch (InterruptedException gaveUp) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailableException("Nobody waits for the sandbox any longer", gaveUp);
        }
    }
}
