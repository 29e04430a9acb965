/**
 * Takes an order from checkout to delivery; the only module that knows an order's state. Calls cart, catalog, inventory and
 * payments, and follows payments through its events.
 */
@ApplicationModule(
        displayName = "Orders",
        allowedDependencies = {"kernel", "runtime", "cart", "catalog", "inventory", "payments", "payments :: events"})
@NullMarked
package dev.banyan.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
