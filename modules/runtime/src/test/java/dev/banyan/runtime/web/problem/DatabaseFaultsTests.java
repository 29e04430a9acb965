package dev.banyan.runtime.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What a client is told when PostgreSQL fails with an SQL state: to try again, or that something is wrong here. */
class DatabaseFaultsTests {
    private static final String SQL = "UPDATE orders.orders SET version = 2";

    @ParameterizedTest
    @CsvSource({
        "08000, connection exception",
        "08001, connection refused",
        "08006, connection lost",
        "08P01, protocol violation",
        "25006, server is a replica for now",
        "25P03, idle in transaction too long",
        "25P04, transaction too long",
        "40001, serialization failure",
        "40P01, deadlock",
        "53100, disk full",
        "53200, out of memory",
        "53300, too many connections",
        "55P03, lock not available",
        "57014, statement cancelled",
        "57P01, backend terminated",
        "57P02, server crashed",
        "57P03, server is starting up",
        "58030, disk can't be read",
    })
    void whatPassesIsTriedAgain(String state, String meaning) {
        assertAnswer(state, 503, "module.unavailable", Map.of("Retry-After", "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "22001, text too long",
        "22003, number out of range",
        "23502, null where none may be",
        "23503, row refers to nothing",
        "23505, row is there already",
        "23514, check violated",
        "25P02, transaction failed before",
        "42501, role may not",
        "42601, syntax error",
        "42P01, no such table",
        "54000, statement too complex",
        "55000, object not in that state",
        "P0001, function raised",
        "XX000, server's own bug",
        "XX001, data corrupted",
    })
    void whatStaysIsNobodysToRepeat(String state, String meaning) {
        assertAnswer(state, 500, "internal.error", Map.of());
    }

    /** The pool has given up waiting; why the last connection couldn't be made doesn't matter. */
    @Test
    void aPoolWithoutAConnectionIsTriedAgain() {
        var refused = new PSQLException(new ServerErrorMessage("SFATAL\0C28P01\0Mpassword\0"));
        var exhausted = new SQLTransientConnectionException("not available", "28P01", refused);
        assertThat(DatabaseFaults.isTransient(new CannotCreateTransactionException("no connection", exhausted)))
                .isTrue();
    }

    /** The pool has closed the connection meanwhile, so that the transaction's end fails for that, without a state. */
    @Test
    void aTransactionWithoutItsConnectionIsTriedAgain() {
        var closed = new SQLException("Connection is closed");
        assertThat(DatabaseFaults.isTransient(new TransactionSystemException("JDBC rollback failed", closed)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatHasNoSuchStateStays(Throwable failure) {
        assertThat(DatabaseFaults.isTransient(failure)).isFalse();
    }

    static Stream<Throwable> others() {
        var circular = new IllegalStateException("one");
        circular.initCause(new IllegalStateException("another", circular));
        return Stream.of(
                new SQLException("without a state"),
                new SQLException("with a state cut short", "08"),
                new OptimisticLockingFailureException("the client's own race"),
                new IllegalStateException("not the database's"),
                circular);
    }

    /** In a statement, as Spring reports it, and at a commit or a connection, where the state is somewhere among the causes. */
    private static void assertAnswer(String state, int status, String code, Map<String, String> headers) {
        var failure = new PSQLException(new ServerErrorMessage("SERROR\0C%s\0Mfailed\0".formatted(state)));
        var translated = new SQLExceptionSubclassTranslator().translate("update", SQL, failure);
        var statement = translated == null ? new UncategorizedSQLException("update", SQL, failure) : translated;
        var commit = new TransactionSystemException("Could not commit", new IllegalStateException(failure));
        assertThat(Stream.of(statement, commit)).hasSize(2).allSatisfy(reported -> {
            var problem = Problems.of(reported, false);
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.headers()).isEqualTo(headers);
        });
    }
}
