package dev.banyan.payments.internal;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What happens to webhooks later. */
@Component
class WebhookTimers {
    private final WebhookService webhooks;
    private final WebhookPurge purge;

    WebhookTimers(WebhookService webhooks, WebhookPurge purge) {
        this.webhooks = webhooks;
        this.purge = purge;
    }

    @ApplicationModuleListener(id = "payments.match-webhook")
    void on(WebhookMatchDue due) {
        webhooks.match(due);
    }

    @ApplicationModuleListener(id = "payments.purge-webhooks")
    void on(WebhookPurgeDue due) {
        purge.purge();
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        purge.start();
    }
}
