package dev.banyan.orders.internal;

import dev.banyan.cart.CartApi;
import dev.banyan.catalog.CatalogApi;
import dev.banyan.inventory.InventoryApi;
import dev.banyan.payments.PaymentsApi;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The other modules, in memory. */
@TestConfiguration(proxyBeanMethods = false)
class FakeModules {
    final Faults faults = new Faults();
    final FakeCarts carts = new FakeCarts();
    final FakeCatalog catalog = new FakeCatalog();
    final FakeInventory inventory = new FakeInventory();
    final FakePayments payments;

    FakeModules(ApplicationEventPublisher publisher, PlatformTransactionManager transactions) {
        payments = new FakePayments(event ->
                new TransactionTemplate(transactions).executeWithoutResult(status -> publisher.publishEvent(event)));
    }

    @Bean
    CartApi cartApi() {
        return faults.wrap(CartApi.class, carts);
    }

    @Bean
    CatalogApi catalogApi() {
        return faults.wrap(CatalogApi.class, catalog);
    }

    @Bean
    InventoryApi inventoryApi() {
        return faults.wrap(InventoryApi.class, inventory);
    }

    @Bean
    PaymentsApi paymentsApi() {
        return faults.wrap(PaymentsApi.class, payments);
    }
}
