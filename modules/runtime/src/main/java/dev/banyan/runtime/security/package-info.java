/** Who calls, what they may do, and how secrets are made and kept. */
@NullMarked
package dev.banyan.runtime.security;

import org.jspecify.annotations.NullMarked;
