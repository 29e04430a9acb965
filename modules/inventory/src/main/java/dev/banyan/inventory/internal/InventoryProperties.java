package dev.banyan.inventory.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of inventory.
 *
 * @param reservationTtl how long a reservation is held that nobody confirms; longer than every payment deadline
 */
@ConfigurationProperties("banyan.inventory")
record InventoryProperties(@DefaultValue("10m") Duration reservationTtl) {}
