package dev.banyan.payments.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.banyan.payments.sandbox.SandboxApi.Operation;
import dev.banyan.payments.spi.ProviderCommand;
import dev.banyan.payments.spi.ProviderUnavailableException;
import dev.banyan.runtime.json.ContractJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The sandbox over HTTP: {@code POST /v1/authorize|capture|release|refund}, {@code GET /v1/outcomes/<key>}. */
final class SandboxHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxHandler.class);
    private static final String OUTCOMES = "/v1/outcomes/";
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final int LONGEST_BODY = 64 * 1024;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;
    private static final int UNAVAILABLE = 503;

    private final Sandbox sandbox;
    private final ContractJson json;

    SandboxHandler(Sandbox sandbox, ContractJson json) {
        this.sandbox = sandbox;
        this.json = json;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            var path = exchange.getRequestURI().getPath();
            if (path.startsWith(OUTCOMES)) {
                answer(exchange, OutcomeMessage.of(sandbox.outcome(path.substring(OUTCOMES.length()))));
                return;
            }
            var body = new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
            answer(exchange, execute(path.substring("/v1/".length()), body));
        } catch (SilenceException silence) {
            keepSilent();
        } catch (ProviderUnavailableException unavailable) {
            exchange.sendResponseHeaders(UNAVAILABLE, -1);
        } catch (JacksonException malformed) {
            exchange.sendResponseHeaders(BAD_REQUEST, -1);
        } catch (UnknownPathException unknown) {
            exchange.sendResponseHeaders(NOT_FOUND, -1);
        } catch (RuntimeException failure) {
            LOG.warn("The sandbox failed", failure);
            exchange.sendResponseHeaders(FAILED, -1);
        } finally {
            exchange.close();
        }
    }

    private OutcomeMessage execute(String path, String body) {
        if (path.equals("authorize")) {
            var message = json.read(body, AuthorizeMessage.class);
            return OutcomeMessage.of(sandbox.authorize(message.authorization(), message.webhookUrl()));
        }
        for (var operation : Operation.values()) {
            if (path.equals(operation.name().toLowerCase(Locale.ROOT))) {
                return OutcomeMessage.of(sandbox.execute(operation, json.read(body, ProviderCommand.class)));
            }
        }
        throw new UnknownPathException();
    }

    private void answer(HttpExchange exchange, OutcomeMessage message) throws IOException {
        var bytes = json.write(message).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(OK, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The connection stays open, then ends without a word. */
    private static void keepSilent() {
        try {
            Thread.sleep(SILENCE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class UnknownPathException extends RuntimeException {}
}
