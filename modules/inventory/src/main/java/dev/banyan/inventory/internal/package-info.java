@NullMarked
package dev.banyan.inventory.internal;

import org.jspecify.annotations.NullMarked;
