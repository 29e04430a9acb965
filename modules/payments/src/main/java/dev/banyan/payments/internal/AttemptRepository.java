package dev.banyan.payments.internal;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The log of attempts; only ever added to. */
@Repository
class AttemptRepository {
    static final String ADD = """
        INSERT INTO payments.attempts (payment_id, id, at, action, outcome, code)
        VALUES (:paymentId, :id, :at, :action, :outcome, :code)
        """;

    private final JdbcClient jdbc;

    AttemptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Attempt attempt) {
        bind(jdbc.sql(ADD), attempt).update();
    }

    /** Sets the parameters of {@link #ADD}. */
    static StatementSpec bind(StatementSpec statement, Attempt attempt) {
        return statement
                .param("paymentId", attempt.paymentId())
                .param("id", attempt.id())
                .param("at", attempt.at().atOffset(ZoneOffset.UTC))
                .param("action", attempt.action())
                .param("outcome", attempt.outcome())
                .param("code", attempt.code());
    }
}
