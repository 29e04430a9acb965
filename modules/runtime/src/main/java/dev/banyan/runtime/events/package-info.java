/** Durable delivery of application events to {@code @ApplicationModuleListener} methods, and durable timers. */
@NullMarked
package dev.banyan.runtime.events;

import org.jspecify.annotations.NullMarked;
