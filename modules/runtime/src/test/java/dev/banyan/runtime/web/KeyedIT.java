package dev.banyan.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.runtime.testing.TestCaller;
import dev.banyan.runtime.testing.TestCallers;
import dev.banyan.sample.internal.OperationScript;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests with a key to operations that are scripted. */
abstract class KeyedIT extends HttpIT {
    final TestCaller caller = TestCallers.customer();
    final String key = UUID.randomUUID().toString();

    @Autowired
    OperationScript script;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Http.Request order(String act, String key) {
        return http.post("/api/operations", "{\"act\":\"" + act + "\"}").header("Idempotency-Key", key);
    }

    Http.Answer send(String act) {
        return order(act, key).as(caller).send();
    }

    void age(String column, String by, UUID operation) {
        int rows = transactions.execute(
                status -> jdbc.sql("UPDATE runtime.idempotency_keys SET %s = %s - interval '%s' WHERE operation = :id"
                                .formatted(column, column, by))
                        .param("id", operation)
                        .update());
        assertThat(rows).isEqualTo(1);
    }
}
