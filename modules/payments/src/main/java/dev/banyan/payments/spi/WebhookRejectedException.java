package dev.banyan.payments.spi;

/** It is not the provider who sent the webhook, or too long ago: its signature is missing, wrong or too old. */
public final class WebhookRejectedException extends RuntimeException {
    public WebhookRejectedException(String message) {
        super(message);
    }
}
