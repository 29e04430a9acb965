/**
 * Events between processes, over Kafka or RabbitMQ. What waits for the broker is sent by a relay and deleted once the broker has it; what
 * is received is noted in the inbox and written for the subscribers here in one transaction, and acknowledged after that. Nothing of it
 * exists without one of the profiles {@code kafka} and {@code rabbit}.
 */
@NullMarked
package dev.banyan.runtime.transport;

import org.jspecify.annotations.NullMarked;
