/**
 * Products, their variants (SKUs), prices, categories, and search. Calls nobody.
 */
@ApplicationModule(
        displayName = "Catalog",
        allowedDependencies = {"kernel", "runtime"})
@NullMarked
package dev.banyan.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
