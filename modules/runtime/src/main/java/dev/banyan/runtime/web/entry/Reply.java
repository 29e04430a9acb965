package dev.banyan.runtime.web.entry;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;

/** A process's whole answer. */
public record Reply(HttpResponse<byte[]> answer) {
    public int status() {
        return answer.statusCode();
    }

    public boolean isSuccess() {
        return status() / 100 == 2;
    }

    byte[] body() {
        return answer.body();
    }

    /** Answers with this. */
    public void passOn(HttpServletResponse response) throws IOException {
        passOn(response, body());
    }

    /** Answers with another body, in the way of this. */
    void passOn(HttpServletResponse response, byte[] other) throws IOException {
        response.setStatus(status());
        Hops.copy(answer.headers(), response);
        response.setContentLength(other.length);
        response.getOutputStream().write(other);
    }
}
