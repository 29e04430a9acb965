package dev.banyan.users.internal;

import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The module's database, for what tests arrange and look at. */
class TestTransactions {
    private final JdbcClient jdbc;

    TestTransactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    <T> T sql(Function<JdbcClient, T> work) {
        return work.apply(jdbc);
    }

    @Transactional
    <T> T run(Supplier<T> work) {
        return work.get();
    }
}
