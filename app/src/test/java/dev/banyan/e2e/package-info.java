/**
 * The packed jar from outside, over HTTP alone. {@link dev.banyan.e2e.Shop} is one shop for all tests, so a test makes its own users,
 * products and carts and asserts on nothing else. {@link dev.banyan.e2e.BanyanProcess} is for tests that need a process to stop or to kill.
 */
@NullMarked
package dev.banyan.e2e;

import org.jspecify.annotations.NullMarked;
