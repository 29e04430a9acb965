/** The hosted modules' APIs over HTTP, for other processes alone. */
@NullMarked
package dev.banyan.runtime.calls.serving;

import org.jspecify.annotations.NullMarked;
