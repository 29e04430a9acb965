@NullMarked
package dev.banyan.cart.internal;

import org.jspecify.annotations.NullMarked;
