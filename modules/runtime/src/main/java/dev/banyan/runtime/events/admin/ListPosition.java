package dev.banyan.runtime.events.admin;

import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of the common list begins: a cursor for each process's own list.
 *
 * @param others the query without the cursor
 * @param cursors in the processes' order; empty: from its beginning; {@link #END}: it has been read
 */
record ListPosition(List<String> processes, String others, int limit, List<String> cursors) {
    static final String END = "end";

    private static final int DEFAULT_LIMIT = 20;
    private static final String CURSOR = "cursor=";
    private static final String LIMIT = "limit=";

    /** A cursor that isn't one of this list's is handed on for the processes to refuse, after all that they check before. */
    static ListPosition of(HttpServletRequest request, List<String> processes) {
        var query = request.getQueryString();
        var parameters = query == null ? List.<String>of() : Arrays.asList(query.split("&"));
        var given = parameters.stream()
                .filter(parameter -> parameter.startsWith(CURSOR))
                .toList();
        var others = String.join(
                "&",
                parameters.stream()
                        .filter(parameter -> !parameter.startsWith(CURSOR))
                        .toList());
        var start = Collections.nCopies(processes.size(), "");
        return new ListPosition(
                processes,
                given.size() > 1 ? String.valueOf(query) : others,
                limit(parameters),
                given.size() == 1 ? cursors(given.getFirst().substring(CURSOR.length()), processes) : start);
    }

    private static List<String> cursors(String cursor, List<String> processes) {
        try {
            var decoded = URLDecoder.decode(cursor, StandardCharsets.UTF_8);
            return new PageRequest(DEFAULT_LIMIT, decoded).after(list(processes), processes.size());
        } catch (InvalidRequestException | IllegalArgumentException another) {
            return Collections.nCopies(processes.size(), "-");
        }
    }

    private static int limit(List<String> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.matches(LIMIT + "\\d{1,3}"))
                .mapToInt(parameter -> Integer.parseInt(parameter.substring(LIMIT.length())))
                .findFirst()
                .orElse(DEFAULT_LIMIT);
    }

    /** The name says whose cursors these are: another set of processes has another list. */
    private static String list(List<String> processes) {
        return "events of " + String.join(",", processes);
    }

    /** What to ask each process; one whose list has been read is asked again for its beginning, for the sake of its checks. */
    List<@Nullable String> queries() {
        var queries = new ArrayList<@Nullable String>();
        for (var cursor : cursors) {
            boolean none = cursor.isEmpty() || cursor.equals(END);
            queries.add(none ? others : (others.isEmpty() ? "" : others + "&") + CURSOR + cursor);
        }
        return queries;
    }

    /** The cursor after this page. */
    String next(List<String> following) {
        return PageRequest.cursor(list(processes), following.toArray(String[]::new));
    }
}
