/** Moves a module's data to another database, and back: the command {@code move}. */
@NullMarked
package dev.banyan.runtime.data.move;

import org.jspecify.annotations.NullMarked;
