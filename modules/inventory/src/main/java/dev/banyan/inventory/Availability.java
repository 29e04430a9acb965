package dev.banyan.inventory;

/** How many units of a SKU can be bought: on hand less reserved. */
public record Availability(String sku, long available) {}
