package dev.banyan.payments.sandbox;

import dev.banyan.payments.sandbox.WebhookQueue.Due;
import dev.banyan.runtime.json.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what the queue holds, and again until somebody answers 2xx; what waited when the process died goes on after its restart. */
final class WebhookSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int SUCCESS = 2;
    private static final int CLASS = 100;

    private final WebhookQueue queue;
    private final WebhookTarget target;
    private final Signature signature;
    private final ContractJson json = new ContractJson();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER)
            .build();
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    private WebhookSender(WebhookQueue queue, WebhookTarget target, Signature signature) {
        this.queue = queue;
        this.target = target;
        this.signature = signature;
        this.thread = Thread.ofVirtual().name("sandbox-webhooks").unstarted(this::run);
    }

    static WebhookSender start(WebhookQueue queue, WebhookTarget target, Signature signature) {
        var sender = new WebhookSender(queue, target, signature);
        sender.thread.start();
        return sender;
    }

    /** Something was added. */
    void wake() {
        woken.release();
    }

    @Override
    public void close() {
        stopping = true;
        woken.release();
        try {
            if (!thread.join(ANSWER)) {
                thread.interrupt();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }

    private void run() {
        while (!stopping) {
            try {
                queue.take().forEach(this::send);
                var wait = queue.next()
                        .filter(next -> next.compareTo(LONGEST_WAIT) < 0)
                        .orElse(LONGEST_WAIT);
                woken.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
            } catch (InterruptedException hurried) {
                return;
            } catch (RuntimeException failure) {
                pauseAfter(failure);
            }
        }
    }

    private void send(Due due) {
        var url = due.url() == null ? target.url() : due.url();
        if (url == null) {
            return;
        }
        var entry = queue.approve(due);
        if (entry.isEmpty() || accepted(url, body(due, entry.get()))) {
            queue.done(due);
        }
    }

    private boolean accepted(String url, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header(Signature.HEADER, signature.sign(body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status / CLASS == SUCCESS;
        } catch (IOException unreachable) {
            LOG.debug("A webhook is sent again later: {}", unreachable.toString());
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] body(Due due, Entry entry) {
        var amount = Map.of("amount", entry.amount(), "currency", entry.currency());
        var event = Map.of(
                "id", due.id(),
                "type", "payment.authorized",
                "createdAt", due.createdAt().toString(),
                "data", Map.of("reference", entry.reference(), "amount", amount));
        return json.write(event).getBytes(StandardCharsets.UTF_8);
    }

    private void pauseAfter(RuntimeException failure) {
        LOG.warn("The sandbox's webhooks wait: {}", failure.toString());
        try {
            woken.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
