package dev.banyan.runtime.web.problem;

import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.observability.RequestIds;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Writes problems to responses. */
public final class ProblemWriter {
    private static final int MAX_INSTANCE = 2048;

    private final ContractJson json;

    ProblemWriter(ContractJson json) {
        this.json = json;
    }

    /** Replaces whatever body the response has by {@code problem}; does nothing when the response is under way. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var body = json.mapper().writeValueAsBytes(members(request, problem));
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static Map<String, Object> members(HttpServletRequest request, Problem problem) {
        var members = new LinkedHashMap<String, Object>();
        var trace = RequestIds.trace(request);
        members.put("type", "/problems/" + problem.code());
        members.put("title", title(problem.status()));
        members.put("status", problem.status());
        members.put("detail", problem.detail());
        members.put("instance", instance(request));
        members.put("code", problem.code());
        members.put("traceId", trace == null ? "" : trace);
        problem.members().forEach(members::putIfAbsent);
        return members;
    }

    private static String title(int status) {
        var known = HttpStatus.resolve(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }

    /** In an error dispatch the path is that of the request that failed. */
    private static String instance(HttpServletRequest request) {
        var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed == null ? request.getRequestURI() : failed;
        return path.substring(0, Math.min(path.length(), MAX_INSTANCE));
    }
}
