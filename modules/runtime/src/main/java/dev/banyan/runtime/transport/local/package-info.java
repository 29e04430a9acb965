/** Brokers as processes of this machine: for trying out a split, and for tests. */
@NullMarked
package dev.banyan.runtime.transport.local;

import org.jspecify.annotations.NullMarked;
