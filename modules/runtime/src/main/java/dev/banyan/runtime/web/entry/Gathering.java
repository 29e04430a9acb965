package dev.banyan.runtime.web.entry;

import dev.banyan.runtime.web.edge.BufferedBody;
import dev.banyan.runtime.web.entry.Parts.Part;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every process over HTTP, this one too: each checks the caller's credentials and rights itself. */
final class Gathering implements Everyone {
    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
    private static final String SELF = "this";

    private final HttpClient client;
    private final Duration patience;
    private final ForwardedHeaders headers;
    private final Instances instances;
    private final List<OtherProcess> others;
    private final boolean answersItself;

    /** @param answersItself whether this process has a part in the answer */
    Gathering(
            HttpClient client,
            Duration patience,
            ForwardedHeaders headers,
            Instances instances,
            List<OtherProcess> others,
            boolean answersItself) {
        this.client = client;
        this.patience = patience;
        this.headers = headers;
        this.instances = instances;
        this.others = others;
        this.answersItself = answersItself;
    }

    @Override
    public List<String> processes() {
        var names = new ArrayList<>(others.stream().map(OtherProcess::name).toList());
        if (answersItself) {
            names.add(SELF);
        }
        return names;
    }

    @Override
    public Parts ask(HttpServletRequest request, List<@Nullable String> queries) throws IOException {
        var body = request.getInputStream().readNBytes(BufferedBody.LIMIT + 1);
        var asked = asked(request);
        var calls = new ArrayList<CompletableFuture<Reply>>();
        for (int i = 0; i < asked.size(); i++) {
            calls.add(send(asked.get(i), request, queries.get(i), body));
        }
        var parts = new ArrayList<Part>();
        for (int i = 0; i < asked.size(); i++) {
            parts.add(new Part(asked.get(i).name(), outcome(asked.get(i), calls.get(i))));
        }
        return new Parts(parts);
    }

    private List<OtherProcess> asked(HttpServletRequest request) {
        var asked = new ArrayList<>(others);
        if (answersItself) {
            asked.add(new OtherProcess(SELF, List.of(own(request))));
        }
        return asked;
    }

    /** Where the client has reached this process. */
    private static URI own(HttpServletRequest request) {
        var address = request.getLocalAddr();
        var host = address.contains(":") ? "[" + address + "]" : address;
        return URI.create(request.getScheme() + "://" + host + ":" + request.getLocalPort());
    }

    private CompletableFuture<Reply> send(
            OtherProcess process, HttpServletRequest request, @Nullable String query, byte[] body) {
        var messages = instances.rotated(process.instances()).stream()
                .map(instance -> message(instance, request, query, body))
                .iterator();
        return send(messages).orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** To the first instance that can be reached. */
    private CompletableFuture<Reply> send(Iterator<HttpRequest> messages) {
        return client.sendAsync(messages.next(), BodyHandlers.ofByteArray())
                .thenApply(Reply::new)
                .exceptionallyCompose(failure -> messages.hasNext() && Connections.isMissing(failure)
                        ? send(messages)
                        : CompletableFuture.failedFuture(failure));
    }

    private HttpRequest message(URI instance, HttpServletRequest request, @Nullable String query, byte[] body) {
        var path = request.getRequestURI() + (query == null ? "" : "?" + query);
        var message = HttpRequest.newBuilder(
                        URI.create(instance.getScheme() + "://" + instance.getRawAuthority() + path))
                .method(
                        request.getMethod().equals("HEAD") ? "GET" : request.getMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .timeout(patience);
        headers.copy(request, message);
        return message.build();
    }

    private static @Nullable Reply outcome(OtherProcess process, CompletableFuture<Reply> call) {
        try {
            var reply = call.join();
            if (reply.status() < 500) {
                return reply;
            }
            LOG.warn("{} gives no part of the answer: it answers {}", process.name(), reply.status());
        } catch (CompletionException | CancellationException failure) {
            LOG.warn("{} gives no part of the answer: {}", process.name(), failure.toString());
        }
        return null;
    }
}
