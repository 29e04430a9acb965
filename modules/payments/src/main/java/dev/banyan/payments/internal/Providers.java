package dev.banyan.payments.internal;

import dev.banyan.payments.spi.PaymentProvider;
import dev.banyan.runtime.StartRefusedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The payment providers of this process, by name. */
@Component
class Providers {
    private final Map<String, PaymentProvider> byName;
    private final String preferred;

    Providers(List<PaymentProvider> providers, PaymentsProperties properties) {
        this.byName = providers.stream().collect(Collectors.toMap(PaymentProvider::name, Function.identity()));
        this.preferred = properties.provider();
        if (!byName.containsKey(preferred)) {
            throw new StartRefusedException("banyan.payments.provider is '%s', but the payment providers are: %s."
                    .formatted(preferred, String.join(", ", byName.keySet())));
        }
    }

    /** The name of the provider that takes new payments. */
    String preferred() {
        return preferred;
    }

    Optional<PaymentProvider> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    PaymentProvider get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("There is no payment provider " + name));
    }
}
