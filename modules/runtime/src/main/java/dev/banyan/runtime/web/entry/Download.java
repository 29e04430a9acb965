package dev.banyan.runtime.web.entry;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;

/** Passes a target's answer on to the client as it comes. */
final class Download {
    private final HttpServletResponse response;
    private final Duration silence;

    Download(HttpServletResponse response, Duration silence) {
        this.response = response;
        this.silence = silence;
    }

    /** Fails with {@link CloseNowException} when the answer can't be had as a whole: the client has to see that it breaks off. */
    void run(HttpResponse<?> answer, AnswerBody body) throws IOException, InterruptedException {
        head(answer);
        var part = next(body);
        while (part != null) {
            for (var buffer : part) {
                write(buffer);
            }
            if (!body.isReady()) {
                response.flushBuffer();
            }
            part = next(body);
        }
    }

    private void head(HttpResponse<?> answer) {
        response.setStatus(answer.statusCode());
        Hops.copy(answer.headers(), response);
        answer.headers().firstValueAsLong("Content-Length").ifPresent(response::setContentLengthLong);
    }

    private @Nullable Iterable<ByteBuffer> next(AnswerBody body) throws IOException, InterruptedException {
        try {
            return body.next(silence);
        } catch (IOException broken) {
            response.flushBuffer();
            throw new CloseNowException("The target's answer breaks off", broken);
        }
    }

    private void write(ByteBuffer buffer) throws IOException {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        response.getOutputStream().write(bytes);
    }
}
