package dev.banyan.runtime.web.entry;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpHeaders;

/** A process's whole answer. */
public record Reply(int status, HttpHeaders headers, byte[] body) {
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Answers with this. */
    public void passOn(HttpServletResponse response) throws IOException {
        passOn(response, body);
    }

    /** Answers with another body, in the way of this. */
    public void passOn(HttpServletResponse response, byte[] other) throws IOException {
        response.setStatus(status);
        Hops.copy(headers, response);
        response.setContentLength(other.length);
        response.getOutputStream().write(other);
    }
}
