/** Checking credentials where the module that owns accounts runs elsewhere. */
@NullMarked
package dev.banyan.runtime.calls.credentials;

import org.jspecify.annotations.NullMarked;
