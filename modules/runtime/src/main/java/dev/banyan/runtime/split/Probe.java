package dev.banyan.runtime.split;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** Asks a process how it is, as anybody may. */
final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    /**
     * Events on their way.
     *
     * @param oldest the age of the oldest one that waits, in seconds
     */
    record Events(long waiting, long parked, double oldest) {}

    boolean isReady(String url) {
        return get(url + "/actuator/health/readiness")
                .filter(answer -> answer.statusCode() == OK)
                .isPresent();
    }

    /** Empty when it doesn't say. */
    Optional<Events> events(String url) {
        return get(url + "/actuator/prometheus")
                .filter(answer -> answer.statusCode() == OK)
                .map(HttpResponse::body)
                .map(Probe::read);
    }

    static Events read(String metrics) {
        return new Events(
                (long) fold(metrics, "banyan_events_waiting", Double::sum),
                (long) fold(metrics, "banyan_events_waiting_parked", Double::sum),
                fold(metrics, "banyan_events_oldest", Math::max));
    }

    private static double fold(String metrics, String name, DoubleBinaryOperator operator) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .reduce(0, operator);
    }

    private Optional<HttpResponse<String>> get(String url) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        try {
            return Optional.of(client.send(request, BodyHandlers.ofString()));
        } catch (IOException silent) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
