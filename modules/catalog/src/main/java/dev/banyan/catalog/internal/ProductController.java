package dev.banyan.catalog.internal;

import dev.banyan.kernel.Currencies;
import dev.banyan.kernel.Page;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Access.Level;
import dev.banyan.runtime.web.PageRequest;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Products")
@Access(Level.ANYONE)
class ProductController {
    private final ListingService listings;
    private final ProductQueries products;
    private final CategoryQueries categories;
    private final Currencies currencies;

    ProductController(
            ListingService listings, ProductQueries products, CategoryQueries categories, Currencies currencies) {
        this.listings = listings;
        this.products = products;
        this.categories = categories;
        this.currencies = currencies;
    }

    @GetMapping("/api/products")
    Page<ListedProduct> list(@ParameterObject ListingParameters parameters, PageRequest page) {
        return listings.page(parameters.filter(currencies), parameters.order(), page);
    }

    @GetMapping("/api/products/{idOrSlug}")
    ProductView get(@PathVariable String idOrSlug, @RequestParam(required = false) @Nullable String currency) {
        return products.get(idOrSlug, ListingParameters.currencyOf(currency, currencies));
    }

    @GetMapping("/api/categories")
    Page<CategoryView> categories() {
        return Page.whole(categories.tree());
    }
}
