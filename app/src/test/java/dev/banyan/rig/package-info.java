/**
 * The fault rig: the application as plain processes on a PostgreSQL of their own, between TCP proxies, with a payment provider and a mail server that
 * keep ledgers. A run starts them, puts load on, does harm, heals, waits until nothing is left to do, and then {@link dev.banyan.rig.Checker} says what
 * doesn't hold. {@link dev.banyan.rig.Failpoint} lists the places in which the process is stopped; {@code inside} is the part that runs there.
 */
@NullMarked
package dev.banyan.rig;

import org.jspecify.annotations.NullMarked;
