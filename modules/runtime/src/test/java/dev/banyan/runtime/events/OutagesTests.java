package dev.banyan.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.ModuleUnavailableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class OutagesTests {
    @Test
    void areWhatIsNotTheEventsFault() {
        var away = new ModuleUnavailableException("payments", Duration.ofSeconds(1));
        assertThat(List.of(
                        away,
                        new IllegalStateException(away),
                        new CannotAcquireLockException("deadlock"),
                        new DataAccessResourceFailureException("connection lost"),
                        new TransactionSystemException("rollback failed: connection is closed"),
                        new CannotCreateTransactionException("no connection", new SQLTransientConnectionException())))
                .allMatch(Outages::caused);
    }

    @Test
    void areNotWhatFailsEachTime() {
        assertThat(List.of(
                        new IllegalStateException("bug"),
                        new DataIntegrityViolationException("duplicate"),
                        new NullPointerException()))
                .noneMatch(Outages::caused);
    }
}
