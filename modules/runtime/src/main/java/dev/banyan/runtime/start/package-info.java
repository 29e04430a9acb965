/** How a refused start is told: one sentence, no stack trace. */
@NullMarked
package dev.banyan.runtime.start;

import org.jspecify.annotations.NullMarked;
