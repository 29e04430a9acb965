/** Which modules there are, which of them run in this process, and which one a piece of code belongs to. */
@NullMarked
package dev.banyan.runtime.modules;

import org.jspecify.annotations.NullMarked;
