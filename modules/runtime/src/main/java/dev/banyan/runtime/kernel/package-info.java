/** What the kernel's words need to be used: the clock and the shop's currencies. */
@NullMarked
package dev.banyan.runtime.kernel;

import org.jspecify.annotations.NullMarked;
