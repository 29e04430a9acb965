/** The composition of all modules into one process, and its command line. */
@NullMarked
package dev.banyan;

import org.jspecify.annotations.NullMarked;
