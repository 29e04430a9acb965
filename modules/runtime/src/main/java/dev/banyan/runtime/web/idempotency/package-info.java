/** Requests that can be repeated: {@code Idempotency-Key}. */
@NullMarked
package dev.banyan.runtime.web.idempotency;

import org.jspecify.annotations.NullMarked;
