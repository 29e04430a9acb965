/** What operators see: request and trace ids, health, metrics, the module structure, and the defaults of it all. */
@NullMarked
package dev.banyan.runtime.observability;

import org.jspecify.annotations.NullMarked;
