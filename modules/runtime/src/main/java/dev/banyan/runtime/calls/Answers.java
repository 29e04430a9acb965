package dev.banyan.runtime.calls;

import dev.banyan.kernel.Failure;
import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.json.ContractJson;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient.ResponseSpec.ErrorHandler;
import tools.jackson.core.JacksonException;

/** Reads what other processes answer to a call that failed. */
final class Answers implements ErrorHandler {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    private static final int LONGEST = 1 << 20;
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);

    private final Failures failures;
    private final ContractJson json;

    Answers(Failures failures, ContractJson json) {
        this.failures = failures;
        this.json = json;
    }

    /**
     * Throws what the answer says.
     *
     * @throws ModuleException when the module decided it
     * @throws UndecidedCallException otherwise
     */
    @Override
    public void handle(HttpRequest request, ClientHttpResponse response) throws IOException {
        var decided = decided(response.getBody().readNBytes(LONGEST));
        if (decided.isPresent()) {
            throw failures.exception(decided.get());
        }
        int status = response.getStatusCode().value();
        if (REFUSED.contains(status)) {
            log.error(
                    "{} refuses this process's calls ({}): it has to host the module, run the same version, and trust the key of this process",
                    request.getURI(),
                    status);
        }
        throw new UndecidedCallException(
                "%s answered %d".formatted(request.getURI(), status),
                PASSING.contains(status),
                retryAfter(response.getHeaders()),
                null);
    }

    private Optional<Failure> decided(byte[] body) {
        try {
            var failure = json.mapper().readTree(body).path(FailureAnswer.MEMBER);
            return failure.isObject()
                    ? Optional.of(json.mapper().treeToValue(failure, Failure.class))
                    : Optional.empty();
        } catch (JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private static Duration retryAfter(HttpHeaders headers) {
        var seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("\\d{1,4}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : Duration.ofSeconds(1);
    }
}
