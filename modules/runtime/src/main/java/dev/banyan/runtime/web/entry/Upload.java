package dev.banyan.runtime.web.entry;

import dev.banyan.runtime.web.edge.BufferedBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * Passes a client's body on, as fast as the target takes it. Of a body that is too large just enough for the target to refuse it: so the limit is the
 * target's to enforce, in its turn among the other checks, and nobody sends or keeps more.
 */
final class Upload {
    private static final int TOO_MUCH = BufferedBody.LIMIT + 1;
    private static final int PART = 16 * 1024;

    private final HttpServletRequest request;
    private final UploadedBody body;
    private final boolean any;

    Upload(HttpServletRequest request) {
        long announced = request.getContentLengthLong();
        this.request = request;
        this.any = announced > 0 || request.getHeader("Transfer-Encoding") != null;
        this.body = new UploadedBody(announced > BufferedBody.LIMIT ? -1 : announced);
    }

    BodyPublisher publisher() {
        return any ? body : BodyPublishers.noBody();
    }

    /** Whether something was or is being sent; never for a request without a body, which may be sent again. */
    boolean isBegun() {
        return body.isBegun();
    }

    /** Makes {@link #run} return, because the exchange has ended. */
    void stop() {
        body.stop();
    }

    /** Returns when everything is sent, or the target takes no more; fails when the client doesn't send what it announced. */
    void run() throws IOException, InterruptedException {
        if (!any) {
            return;
        }
        var part = new byte[PART];
        int sent = 0;
        while (body.awaitDemand()) {
            int count = sent < TOO_MUCH ? read(part, TOO_MUCH - sent) : -1;
            if (count < 0) {
                body.complete();
                return;
            }
            body.send(part, count);
            sent += count;
        }
    }

    private int read(byte[] part, int atMost) throws IOException {
        try {
            int count = 0;
            while (count == 0) {
                count = request.getInputStream().read(part, 0, Math.min(part.length, atMost));
            }
            return count;
        } catch (IOException broken) {
            body.fail(broken);
            throw new NotReadException(broken);
        }
    }
}
