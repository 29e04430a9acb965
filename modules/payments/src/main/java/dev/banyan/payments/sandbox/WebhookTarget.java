package dev.banyan.payments.sandbox;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where webhooks go: a base URL that may become known only when the web server has its port. */
final class WebhookTarget {
    private static final String PATH = "/api/payments/webhooks/sandbox";

    private final Supplier<@Nullable String> baseUrl;

    WebhookTarget(Supplier<@Nullable String> baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Nullable
    String url() {
        var base = baseUrl.get();
        if (base == null || base.endsWith(PATH)) {
            return base;
        }
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + PATH;
    }
}
