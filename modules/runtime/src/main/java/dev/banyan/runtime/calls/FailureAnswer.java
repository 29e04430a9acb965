package dev.banyan.runtime.calls;

import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.web.problem.Problem;
import java.util.Map;

/** How a module's failure is answered to another process: as a problem that holds all of it. */
public final class FailureAnswer {
    static final String MEMBER = "failure";

    private FailureAnswer() {}

    public static Problem of(ModuleException exception) {
        var failure = exception.failure();
        return new Problem(
                failure.kind().status(),
                failure.code(),
                failure.message(),
                Map.of(MEMBER, failure),
                Problem.of(exception).headers());
    }
}
