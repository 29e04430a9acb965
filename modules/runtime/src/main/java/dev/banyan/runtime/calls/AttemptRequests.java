package dev.banyan.runtime.calls;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** Sends each request to the instance and within the time of its {@link Attempt}. */
final class AttemptRequests implements ClientHttpRequestFactory, AutoCloseable {
    private final HttpClient client;
    private final Executor threads;

    AttemptRequests(Executor threads, Duration connect) {
        this.threads = threads;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .executor(threads)
                .build();
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
        var attempt = Attempt.CURRENT.get();
        var requests = new JdkClientHttpRequestFactory(client, threads);
        requests.setReadTimeout(attempt.timeout());
        var request = requests.createRequest(at(attempt.instance(), uri), method);
        request.getHeaders().setBearerAuth(attempt.token());
        return request;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static URI at(URI instance, URI uri) {
        var base = instance.toString();
        var path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
