package dev.banyan.runtime.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Sends a request to one target and its answer back, both part by part. The client's connection is used by the calling thread alone. */
final class Forwarding {
    private final HttpClient client;
    private final EntryProperties properties;
    private final ForwardedHeaders headers;

    Forwarding(HttpClient client, EntryProperties properties, ForwardedHeaders headers) {
        this.client = client;
        this.properties = properties;
        this.headers = headers;
    }

    /**
     * Answers {@code request} with what {@code target} answers.
     *
     * @throws NotSentException when there is no connection, so that another target may be tried
     * @throws NotReadException when the client doesn't send what it announced
     * @throws IllegalArgumentException when there is no such request in a URL's terms
     * @throws IOException when the target gives no answer, or when its answer can't be passed on as a whole
     */
    void forward(URI target, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        var answer = send(target, request);
        try (var body = answer.body()) {
            new Download(response, properties.silence()).run(answer, body);
        }
    }

    private HttpResponse<AnswerBody> send(URI target, HttpServletRequest request)
            throws IOException, InterruptedException {
        var upload = new Upload(request);
        var message = HttpRequest.newBuilder(url(target, request))
                .method(request.getMethod(), upload.publisher())
                .timeout(properties.answer());
        headers.copy(request, message);
        var exchange = client.sendAsync(message.build(), head -> new AnswerBody());
        var ended = exchange.whenComplete((answer, failure) -> upload.stop());
        try {
            upload.run();
            return ended.get();
        } catch (ExecutionException failure) {
            throw failed(failure.getCause(), upload);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            cancel(exchange);
            throw failure;
        }
    }

    private static void cancel(CompletableFuture<HttpResponse<AnswerBody>> exchange) {
        exchange.cancel(true);
        var _ = exchange.thenAccept(answer -> answer.body().close());
    }

    private static IOException failed(@Nullable Throwable cause, Upload upload) {
        if (Connections.isMissing(cause) && !upload.isBegun()) {
            return new NotSentException(cause);
        }
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }

    /** Path and query go on as they came, byte for byte. */
    private static URI url(URI target, HttpServletRequest request) {
        var query = request.getQueryString();
        var origin = target.getScheme() + "://" + target.getRawAuthority();
        return URI.create(origin + request.getRequestURI() + (query == null ? "" : "?" + query));
    }
}
