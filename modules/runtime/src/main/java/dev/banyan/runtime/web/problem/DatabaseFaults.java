package dev.banyan.runtime.web.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/** Tells database failures that go away by themselves from those that don't. */
final class DatabaseFaults {
    /** Connection, transaction rollback (serialization, deadlock), resources (disk full), operator intervention. */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "57", "58");

    /** No lock in time, transaction ended by a time-out, server is a replica for now. */
    private static final Set<String> TRANSIENT_STATES = Set.of("55P03", "25P03", "25P04", "25006");

    private static final int STATE = 5;
    private static final int MAX_CAUSES = 20;

    private DatabaseFaults() {}

    /** PostgreSQL's own word, its SQL state, counts more than what it was translated to. */
    static boolean isTransient(Throwable failure) {
        boolean passing = false;
        int depth = 0;
        for (var cause = failure; cause != null && depth < MAX_CAUSES; cause = cause.getCause(), depth++) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            var state = cause instanceof SQLException sql ? sql.getSQLState() : null;
            if (state != null && state.length() == STATE) {
                return isTransient(state);
            }
            passing |= isTranslatedAsTransient(cause);
        }
        return passing;
    }

    private static boolean isTranslatedAsTransient(Throwable cause) {
        return switch (cause) {
            case OptimisticLockingFailureException stale -> false;
            case ConcurrencyFailureException lock -> true;
            case TransientDataAccessException passing -> true;
            case RecoverableDataAccessException broken -> true;
            case DataAccessResourceFailureException unreachable -> true;
            case CannotCreateTransactionException noConnection -> true;
            case TransactionTimedOutException late -> true;
            case TransactionSystemException unended -> true;
            default -> false;
        };
    }

    private static boolean isTransient(String state) {
        return TRANSIENT_CLASSES.contains(state.substring(0, 2)) || TRANSIENT_STATES.contains(state);
    }
}
