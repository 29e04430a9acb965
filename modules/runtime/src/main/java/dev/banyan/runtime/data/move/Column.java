package dev.banyan.runtime.data.move;

/**
 * A column of a table.
 *
 * @param generated whether the database computes it
 * @param portable whether its binary form means the same in every database: it refers to no type that was made in this one
 */
record Column(String name, String type, boolean generated, boolean portable) {}
