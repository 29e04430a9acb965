package dev.banyan.bench;

import static dev.banyan.bench.EventsPage.row;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The candidates' figures, side by side. */
final class Rates {
    private final SortedMap<Integer, Map<Candidate, Figures>> byListeners = new TreeMap<>();
    private final double bound;

    /** @param bound the publishers' transactions per second when nobody listens, so that no event is kept */
    Rates(double bound) {
        this.bound = bound;
    }

    /** @param commitsPerDelivery without the publisher's own */
    record Figures(double perSecond, double commitsPerDelivery, double p50, double p99) {}

    void add(Candidate candidate, int listeners, Figures figures) {
        byListeners
                .computeIfAbsent(listeners, same -> new EnumMap<>(Candidate.class))
                .put(candidate, figures);
    }

    @Override
    public String toString() {
        var table = new StringBuilder("""
                Events per second from the first publication to the last effect; commits beside the publishers' own; milliseconds from `publishEvent` to the
                commit of a listener's effect, at half that rate.

                | | listeners | per second | × the better registry | commits per delivery | p50 ms | p99 ms |
                |---|---:|---:|---:|---:|---:|---:|
                """);
        table.append(row("| The publishers' transactions alone, no event kept | 0 | %,.0f | | | | |", bound));
        byListeners.forEach((listeners, figures) -> {
            double better = figures.entrySet().stream()
                    .filter(entry -> entry.getKey() != Candidate.BANYAN)
                    .mapToDouble(entry -> entry.getValue().perSecond())
                    .max()
                    .orElse(Double.NaN);
            figures.forEach((candidate, figure) -> table.append(row(
                    "| %s | %d | %,.0f | %.1f | %.2f | %.1f | %.1f |",
                    candidate.title(),
                    listeners,
                    figure.perSecond(),
                    figure.perSecond() / better,
                    figure.commitsPerDelivery(),
                    figure.p50(),
                    figure.p99())));
        });
        return table.toString();
    }
}
