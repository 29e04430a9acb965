package dev.banyan.runtime.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The processes of the system, this one included where it hosts modules, asked what each of them answers for itself alone. */
public interface Everyone {
    /** The names of the processes, in an order that stays. */
    List<String> processes();

    /**
     * Sends {@code request} to all processes at once, with its headers, the caller's credentials among them, and returns what they answer in time.
     *
     * @param queries a query for each process; both lists are in the order of {@link #processes()}
     */
    Parts ask(HttpServletRequest request, List<@Nullable String> queries) throws IOException;

    /** {@link #ask(HttpServletRequest, List)} with the request's own query. */
    default Parts ask(HttpServletRequest request) throws IOException {
        return ask(request, Collections.nCopies(processes().size(), request.getQueryString()));
    }
}
