package dev.banyan.inventory;

import dev.banyan.kernel.Failure;
import dev.banyan.kernel.FailureCode;
import dev.banyan.kernel.ModuleException;
import java.util.List;
import java.util.Map;

/** Less is available than asked for; nothing was reserved. */
@FailureCode("inventory.out-of-stock")
public final class OutOfStockException extends ModuleException {
    public OutOfStockException(List<String> skus) {
        super(
                Kind.CONFLICT,
                "inventory.out-of-stock",
                "Out of stock: " + String.join(", ", skus),
                Map.of("skus", skus));
    }

    OutOfStockException(Failure failure) {
        super(failure);
    }
}
