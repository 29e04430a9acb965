package dev.banyan.payments.spi;

/** It is the provider who sent the webhook, but it can't be read. */
public final class WebhookMalformedException extends RuntimeException {
    public WebhookMalformedException(String message) {
        super(message);
    }
}
