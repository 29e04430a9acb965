/** A whole topology on this machine: a process for each of its processes, watched over and shown, and none left behind. Usable without Spring's context. */
@NullMarked
package dev.banyan.runtime.split;

import org.jspecify.annotations.NullMarked;
