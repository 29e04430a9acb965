package dev.banyan.catalog.internal;

import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One context for the module's tests; whoever needs certain products alone makes a context of their own. */
@ApplicationModuleTest
@AutoConfigureMockMvc
abstract class CatalogIT {
    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    /** Runs {@code work} as the module would. */
    <T> T inTransaction(Function<JdbcClient, T> work) {
        var definition = new DefaultTransactionDefinition();
        definition.setName(CatalogIT.class.getName() + ".inTransaction");
        return new TransactionTemplate(transactions, definition).execute(status -> work.apply(jdbc));
    }
}
