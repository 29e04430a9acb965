/** How a message reaches somebody: a bean that implements {@link MessageChannel} adds a channel or replaces a built-in one. */
@NamedInterface("spi")
@NullMarked
package dev.banyan.notifications.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
