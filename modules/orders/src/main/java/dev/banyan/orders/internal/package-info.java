@NullMarked
package dev.banyan.orders.internal;

import org.jspecify.annotations.NullMarked;
