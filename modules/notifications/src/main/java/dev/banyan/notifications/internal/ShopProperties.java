package dev.banyan.notifications.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The shop as its customers know it. */
@ConfigurationProperties("banyan.shop")
record ShopProperties(@DefaultValue("Banyan") String name) {}
