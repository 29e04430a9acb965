package dev.banyan.runtime.web.idempotency;

import dev.banyan.runtime.security.CurrentCaller;
import dev.banyan.runtime.web.Idempotent;
import dev.banyan.runtime.web.edge.IdempotencyKey;
import dev.banyan.runtime.web.edge.Operations;
import dev.banyan.runtime.web.edge.Route;
import dev.banyan.runtime.web.problem.Problem;
import dev.banyan.runtime.web.problem.ProblemExceptionResolver;
import dev.banyan.runtime.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Carries out what a key stands for once, and answers repeats with what was answered then. */
final class IdempotencyFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);

    /** What the request is refused with before anything happens; after any other status something may have happened. */
    private static final Set<Integer> UNTOUCHED = Set.of(400, 401, 403, 404, 412, 422, 428, 429);

    private final IdempotencyKeys keys;
    private final ProblemWriter writer;
    private final ProblemExceptionResolver failures;

    IdempotencyFilter(IdempotencyKeys keys, ProblemWriter writer, ProblemExceptionResolver failures) {
        this.keys = keys;
        this.writer = writer;
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<KeyedRequest> keyed;
        Claim claim;
        try {
            keyed = keyed(request);
            claim = keyed.map(keys::claim).orElse(null);
        } catch (RuntimeException failure) {
            failures.answer(request, response, failure);
            return;
        }
        switch (claim) {
            case null -> chain.doFilter(request, response);
            case Claim.Granted granted -> carryOut(keyed.orElseThrow(), granted, request, response, chain);
            case Claim.Answered answered -> answered.answer().replay(response);
            case Claim.Reused reused -> writer.write(request, response, reused());
            case Claim.InProgress running -> writer.write(request, response, inProgress());
        }
    }

    private static Optional<KeyedRequest> keyed(HttpServletRequest request) {
        return request.getHeader(IdempotencyKey.HEADER) == null
                ? Optional.empty()
                : Route.handler(request)
                        .map(handler -> handler.getMethodAnnotation(Idempotent.class))
                        .flatMap(rule -> KeyedRequest.of(request, CurrentCaller.get(), rule));
    }

    private void carryOut(
            KeyedRequest keyed,
            Claim.Granted claim,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        Operations.set(request, claim.operation());
        var recording = new ContentCachingResponseWrapper(response);
        boolean finished = false;
        try {
            chain.doFilter(request, recording);
            finished = !request.isAsyncStarted();
        } finally {
            settle(keyed, claim, request, recording, finished);
        }
        recording.copyBodyToResponse();
    }

    /** The answer stands, whatever becomes of the key: at worst its next attempt has to wait until the claim ends. */
    private void settle(
            KeyedRequest keyed,
            Claim.Granted claim,
            HttpServletRequest request,
            ContentCachingResponseWrapper response,
            boolean finished) {
        int status = response.getStatus();
        try {
            if (!finished || ProblemExceptionResolver.swallowed(request)) {
                keys.giveUp(keyed, claim.attempt());
            } else if (isFinal(status, request)) {
                keys.answer(keyed, claim.attempt(), StoredAnswer.of(response));
            } else if (UNTOUCHED.contains(status)) {
                keys.forget(keyed, claim.attempt());
            } else {
                keys.giveUp(keyed, claim.attempt());
            }
        } catch (RuntimeException failure) {
            log.warn("What became of an idempotency key could not be written down", failure);
        }
    }

    private static boolean isFinal(int status, HttpServletRequest request) {
        return status < 300
                || ((status == 404 || status == 409) && ProblemExceptionResolver.decidedByOperation(request));
    }

    private static Problem reused() {
        return Problem.of(422, "idempotency.key-reused", "This Idempotency-Key stands for a request with another body");
    }

    private static Problem inProgress() {
        return Problem.of(409, "idempotency.in-progress", "The first request with this Idempotency-Key still runs")
                .withHeader("Retry-After", "1");
    }
}
