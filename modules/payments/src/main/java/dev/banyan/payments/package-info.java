/**
 * Payments, refunds and the providers' webhooks. Calls no module; a provider is reached through its SPI. Answers by event.
 */
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {"kernel", "runtime"})
@NullMarked
package dev.banyan.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
