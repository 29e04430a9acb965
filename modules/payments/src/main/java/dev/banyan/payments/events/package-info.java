/** What happens to payments; the key is the order, so that an order hears of its payment in order. Fields are only ever added. */
@NamedInterface("events")
@NullMarked
package dev.banyan.payments.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
