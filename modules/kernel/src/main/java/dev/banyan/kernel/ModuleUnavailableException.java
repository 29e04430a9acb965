package dev.banyan.kernel;

import java.time.Duration;
import java.util.Map;

/** The module could not be reached or did not answer in time; whether a command took effect is unknown. Try again, with the same key. */
@FailureCode("module.unavailable")
public final class ModuleUnavailableException extends ModuleException {
    public ModuleUnavailableException(String module, Duration retryAfter) {
        super(
                Kind.UNAVAILABLE,
                "module.unavailable",
                "The module %s is not available right now".formatted(module),
                Map.of("retryAfter", retryAfter.toSeconds()));
    }

    ModuleUnavailableException(Failure failure) {
        super(failure);
    }
}
