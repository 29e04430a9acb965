/**
 * The public API, row by row, against a running shop of any topology: {@link dev.banyan.conformance.Target} says which. Nothing here knows
 * of processes, databases or logs, and nothing needs a fresh shop: each test makes its own users, products and carts and looks at them alone.
 */
@NullMarked
package dev.banyan.conformance;

import org.jspecify.annotations.NullMarked;
