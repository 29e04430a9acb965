package dev.banyan.catalog.internal;

import dev.banyan.kernel.Currencies;
import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import dev.banyan.runtime.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** The demo shop's products, from {@code demo/products.json}: each as staff would write it. */
@Service
class DemoCatalog {
    private static final String PRODUCTS = "/demo/products.json";
    private static final TypeReference<List<ProductBody>> BODIES = new TypeReference<>() {};

    private final ProductRepository products;
    private final ProductWriter writer;
    private final Currencies currencies;
    private final Clock clock;

    DemoCatalog(ProductRepository products, ProductWriter writer, Currencies currencies, Clock clock) {
        this.products = products;
        this.writer = writer;
        this.currencies = currencies;
        this.clock = clock;
    }

    /** Fills an empty catalogue, and leaves one with products alone. Nothing is published: nobody has asked yet. */
    @Transactional
    public void fill() {
        if (!products.isEmpty()) {
            return;
        }
        var bodies = new LinkedHashMap<UUID, ProductBody>();
        read().forEach(body -> bodies.put(Ids.next(), inCurrencies(body)));
        writer.insertAll(bodies, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    static List<ProductBody> read() {
        try (InputStream resource = DemoCatalog.class.getResourceAsStream(PRODUCTS)) {
            return new StrictJson().mapper().readValue(resource, BODIES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Without the prices that this shop doesn't trade in. */
    private ProductBody inCurrencies(ProductBody body) {
        var variants = body.variants().stream()
                .map(variant -> new VariantBody(
                        variant.sku(), variant.options(), known(variant.prices()), variant.weightGrams()))
                .toList();
        return new ProductBody(body.slug(), body.name(), body.description(), body.category(), body.options(), variants);
    }

    private List<Money> known(List<Money> prices) {
        return prices.stream()
                .filter(price -> currencies.contains(price.currency()))
                .toList();
    }
}
