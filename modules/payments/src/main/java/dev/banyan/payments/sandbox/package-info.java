/**
 * A payment provider to try a shop with. It stands in for another company: its own schema, login and connections, its ledger
 * commits before it answers and is keyed by the caller's keys. Runs in this process, or as one of its own
 * ({@link dev.banyan.payments.sandbox.SandboxServer}) that is reached over HTTP. Knows nothing of payments but their SPI.
 */
@NamedInterface("sandbox")
@NullMarked
package dev.banyan.payments.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
