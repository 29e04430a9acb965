/** The conventions of the public HTTP API: problems, strict JSON, idempotency keys, entity tags, cursor pages. */
@NullMarked
package dev.banyan.runtime.web;

import org.jspecify.annotations.NullMarked;
