/** The PostgreSQL that comes in the jar, and the directory that keeps its data. Usable without Spring. */
@NullMarked
package dev.banyan.runtime.data.embedded;

import org.jspecify.annotations.NullMarked;
