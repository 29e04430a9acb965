package dev.banyan.runtime.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells how to get around a port that another process listens on. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TakenPortAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException failure) {
        var sentence =
                "Port %d is taken by another process; stop that or choose another port, for example --server.port=%d."
                        .formatted(failure.getPort(), failure.getPort() + 1);
        return new FailureAnalysis(sentence, null, failure);
    }
}
