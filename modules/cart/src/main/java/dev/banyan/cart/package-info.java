/**
 * Carts and their lines. Asks catalog for names and prices and inventory for availability; an order freezes a cart while it
 * is being checked out.
 */
@ApplicationModule(
        displayName = "Cart",
        allowedDependencies = {"kernel", "runtime", "catalog", "inventory"})
@NullMarked
package dev.banyan.cart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
