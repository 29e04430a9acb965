package dev.banyan.payments.internal;

import dev.banyan.payments.spi.ProviderNotification;
import java.time.Instant;

/** A webhook whose payment nobody has heard of yet. */
record WaitingWebhook(String provider, ProviderNotification notification, int tries, Instant receivedAt) {}
