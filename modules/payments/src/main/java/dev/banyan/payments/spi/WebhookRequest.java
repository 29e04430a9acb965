package dev.banyan.payments.spi;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A webhook as it came in: the bytes that were signed, and the headers. */
public final class WebhookRequest {
    private final byte[] body;
    private final UnaryOperator<@Nullable String> headers;

    /** @param headers gives a header's value, null when it is missing */
    public WebhookRequest(byte[] body, UnaryOperator<@Nullable String> headers) {
        this.body = body.clone();
        this.headers = headers;
    }

    public byte[] body() {
        return body.clone();
    }

    public @Nullable String header(String name) {
        return headers.apply(name);
    }
}
