/** What happens to products. Fields are only ever added. */
@NamedInterface("events")
@NullMarked
package dev.banyan.catalog.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
