package dev.banyan.cart.internal;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anySet;
import static org.mockito.Mockito.when;

import dev.banyan.cart.CartApi;
import dev.banyan.catalog.CatalogApi;
import dev.banyan.catalog.FindOffers;
import dev.banyan.catalog.Offer;
import dev.banyan.inventory.Availability;
import dev.banyan.inventory.InventoryApi;
import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import dev.banyan.runtime.security.SecretToken;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** One context for all of the module's tests; the catalogue sells what a test has put into {@link #sold}, of all of it 7 are available. */
@ApplicationModuleTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
abstract class CartIT {
    static final long AVAILABLE = 7;

    @MockitoBean
    CatalogApi catalog;

    @MockitoBean
    InventoryApi inventory;

    @Autowired
    CartApi api;

    @Autowired
    CartService carts;

    @Autowired
    CartDesk desk;

    final Map<String, Offer> sold = new ConcurrentHashMap<>();

    @BeforeEach
    void answerFromWhatIsSold() {
        when(catalog.offers(any(FindOffers.class)))
                .thenAnswer(call -> call.<FindOffers>getArgument(0).skus().stream()
                        .filter(sold::containsKey)
                        .map(sold::get)
                        .toList());
        when(inventory.available(anySet()))
                .thenAnswer(call -> call.<Set<String>>getArgument(0).stream()
                        .map(sku -> new Availability(sku, AVAILABLE))
                        .toList());
    }

    /** A SKU that costs so much. */
    String sold(long cents) {
        var sku = sku();
        sold.put(sku, new Offer(sku, "Name of " + sku, new Money(cents, "EUR"), true));
        return sku;
    }

    static String sku() {
        return "T-" + Ids.next();
    }

    Owned guestCart() {
        return cart(CartAccess.of((UUID) null, SecretToken.next()), "EUR");
    }

    Owned userCart() {
        return userCart(Ids.next());
    }

    Owned userCart(UUID userId) {
        return cart(CartAccess.of(userId, null), "EUR");
    }

    Owned cart(CartAccess access, String currency) {
        return new Owned(carts.create(Ids.next(), currency, access).id(), access);
    }

    CartView put(Owned cart, String sku, int quantity) {
        return desk.put(cart.id(), cart.access(), new CartLine(sku, quantity));
    }

    /** A cart and what opens it. */
    record Owned(UUID id, CartAccess access) {}
}
