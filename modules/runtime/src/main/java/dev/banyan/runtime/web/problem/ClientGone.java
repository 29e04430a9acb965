package dev.banyan.runtime.web.problem;

import org.apache.catalina.connector.ClientAbortException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Tells whether it was the client's own connection that broke. The container says so by type; words such as "broken pipe" come from any
 * connection, the database's and other servers' too.
 */
final class ClientGone {
    private static final int MAX_CAUSES = 20;

    private ClientGone() {}

    static boolean causes(Throwable failure) {
        int depth = 0;
        for (var cause = failure; cause != null && depth < MAX_CAUSES; cause = cause.getCause(), depth++) {
            if (cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
        }
        return false;
    }
}
