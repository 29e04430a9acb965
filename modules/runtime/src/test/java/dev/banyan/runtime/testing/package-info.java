/** What every module's tests stand on. */
@NullMarked
package dev.banyan.runtime.testing;

import org.jspecify.annotations.NullMarked;
