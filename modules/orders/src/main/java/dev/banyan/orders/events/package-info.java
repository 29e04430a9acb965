/** What happens to orders; each carries what a message to the buyer needs. Fields are only ever added. */
@NamedInterface("events")
@NullMarked
package dev.banyan.orders.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
