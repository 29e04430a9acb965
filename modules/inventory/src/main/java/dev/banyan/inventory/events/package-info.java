/** What happens to stock. Fields are only ever added. */
@NamedInterface("events")
@NullMarked
package dev.banyan.inventory.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
