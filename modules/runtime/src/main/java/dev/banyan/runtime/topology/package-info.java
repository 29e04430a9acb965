/** Which processes there are, what runs in each, and how they reach each other. */
@NullMarked
package dev.banyan.runtime.topology;

import org.jspecify.annotations.NullMarked;
