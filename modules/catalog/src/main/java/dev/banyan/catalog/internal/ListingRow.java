package dev.banyan.catalog.internal;

/** A product in a list, with what the list may be ordered by. */
record ListingRow(ListedProduct product, String nameKey, double score) {}
