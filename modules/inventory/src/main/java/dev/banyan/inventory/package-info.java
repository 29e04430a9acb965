/**
 * Stock per SKU and reservations with expiry. Calls nobody and knows no orders: a reservation is named by its caller's id.
 */
@ApplicationModule(
        displayName = "Inventory",
        allowedDependencies = {"kernel", "runtime"})
@NullMarked
package dev.banyan.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
