package dev.banyan.orders.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient orders are.
 *
 * @param checkoutTimeout when a checkout that was left half done is undone
 * @param paymentTimeout when an order that is still not paid is cancelled; longer than any payment's own deadline
 * @param sweepInterval how often the two are looked for
 * @param answerTimeout how long a request waits for what it started before it answers with the state at that moment
 */
@ConfigurationProperties("banyan.orders")
record OrdersProperties(
        @DefaultValue("60s") Duration checkoutTimeout,
        @DefaultValue("10m") Duration paymentTimeout,
        @DefaultValue("10s") Duration sweepInterval,
        @DefaultValue("10s") Duration answerTimeout) {}
