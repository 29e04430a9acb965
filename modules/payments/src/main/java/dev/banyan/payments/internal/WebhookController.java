package dev.banyan.payments.internal;

import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.ModuleException.Kind;
import dev.banyan.payments.spi.PaymentProvider;
import dev.banyan.payments.spi.ProviderNotification;
import dev.banyan.payments.spi.WebhookMalformedException;
import dev.banyan.payments.spi.WebhookRejectedException;
import dev.banyan.payments.spi.WebhookRequest;
import dev.banyan.runtime.security.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where providers tell what happened. Anybody may call; the signature over the body's bytes says who it is. */
@RestController
@Tag(name = "Payments")
class WebhookController {
    private final Providers providers;
    private final WebhookService webhooks;

    WebhookController(Providers providers, WebhookService webhooks) {
        this.providers = providers;
        this.webhooks = webhooks;
    }

    /** Answers 204 as soon as it is stored, whatever it changes; a provider that gets another answer sends it again. */
    @Operation(
            summary = "Tell what happened to a payment",
            description =
                    "Signed in the header Banyan-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256 of t, a dot and the body>",
            security = {})
    @Access(Access.Level.ANYONE)
    @PostMapping("/api/payments/webhooks/{provider}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(
            @PathVariable("provider") String name,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        var provider = providers
                .find(name)
                .orElseThrow(() ->
                        new ModuleException(Kind.NOT_FOUND, "payments.not-found", "There is no such payment provider"));
        read(provider, new WebhookRequest(body == null ? new byte[0] : body, request::getHeader))
                .ifPresent(notification -> webhooks.receive(name, notification));
    }

    private static Optional<ProviderNotification> read(PaymentProvider provider, WebhookRequest request) {
        try {
            return provider.read(request);
        } catch (WebhookRejectedException rejected) {
            throw new ModuleException(
                    Kind.UNAUTHENTICATED, "auth.invalid", "The signature is missing, wrong or too old");
        } catch (WebhookMalformedException malformed) {
            throw new ModuleException(Kind.INVALID, "request.malformed", "The webhook can't be read");
        }
    }
}
