package dev.banyan.runtime.web.edge;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

/** A request whose body was read as a whole, so that it can be hashed, verified and parsed. */
public final class BufferedBody extends HttpServletRequestWrapper {
    /** 1 MiB, whether announced or chunked. */
    public static final int LIMIT = 1 << 20;

    private static final int PART = 64 * 1024;

    private static final byte[] NONE = {};

    private final byte[] body;

    private BufferedBody(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** The raw body of a request to the API, as it came over the wire. */
    public static byte[] of(ServletRequest request) {
        var buffered = WebUtils.getNativeRequest(request, BufferedBody.class);
        return buffered == null ? NONE : buffered.body.clone();
    }

    /** Fails with 413, with 503 when there is no memory left for it or, when it doesn't arrive in one piece, with 400. */
    static BufferedBody read(HttpServletRequest request, BodyBudget.Share memory) {
        long announced = request.getContentLengthLong();
        if (announced > LIMIT) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        boolean any = announced > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        try {
            return new BufferedBody(request, any ? read(request.getInputStream(), memory) : NONE);
        } catch (IOException broken) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, broken);
        }
    }

    /** Memory is taken for what has arrived, not for what was announced: announcing costs a client nothing. */
    private static byte[] read(InputStream body, BodyBudget.Share memory) throws IOException {
        var whole = new ByteArrayOutputStream();
        var part = body.readNBytes(BodyBudget.FREE);
        whole.writeBytes(part);
        while (part.length > 0) {
            if (whole.size() > LIMIT) {
                throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
            }
            part = body.readNBytes(PART);
            if (!memory.take(part.length)) {
                throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Bodies take too much memory");
            }
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    boolean isEmpty() {
        return body.length == 0;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Bytes(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body was read already");
        }
    }
}
