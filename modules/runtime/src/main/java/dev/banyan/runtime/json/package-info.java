/** The two kinds of JSON: strict for public commands, tolerant for what modules and providers send each other. */
@NullMarked
package dev.banyan.runtime.json;

import org.jspecify.annotations.NullMarked;
