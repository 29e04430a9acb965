package dev.banyan.alpha;

import dev.banyan.kernel.Failure;
import dev.banyan.kernel.FailureCode;
import dev.banyan.kernel.ModuleException;
import java.util.List;
import java.util.Map;

@FailureCode("alpha.no-numbers")
public final class NoNumbersException extends ModuleException {
    public NoNumbersException(List<String> keys) {
        super(Kind.CONFLICT, "alpha.no-numbers", "No numbers: " + keys, Map.of("keys", keys, "status", 1));
    }

    NoNumbersException(Failure failure) {
        super(failure);
    }
}
