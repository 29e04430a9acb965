package dev.banyan.sample.internal;

import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.ModuleUnavailableException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What operations do, and which ran. */
@Component
public class OperationScript {
    private final AtomicLong runs = new AtomicLong();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final Map<String, List<UUID>> seen = new ConcurrentHashMap<>();

    /** Lets the operations called {@code act} wait until it is counted down. */
    public CountDownLatch hold(String act) {
        return gates.computeIfAbsent(act, name -> new CountDownLatch(1));
    }

    /** The operations called {@code act} that were begun. */
    public List<UUID> begun(String act) {
        return seen.computeIfAbsent(act, name -> new CopyOnWriteArrayList<>());
    }

    long run(String act, UUID operation) {
        begun(act).add(operation);
        if (gates.containsKey(act)) {
            await(gates.get(act));
        }
        return switch (act.replaceAll(":.*", "")) {
            case "missing" -> throw new ModuleException(ModuleException.Kind.NOT_FOUND, "sample.not-found", "None");
            case "taken" -> throw new ModuleException(ModuleException.Kind.CONFLICT, "sample.taken", "Taken");
            case "unavailable" -> throw new ModuleUnavailableException("sample", Duration.ofSeconds(3));
            case "broken" -> throw new IllegalStateException("broken");
            case "dead" -> throw Faults.deadConnection();
            case "gone" -> throw new UncheckedIOException(new ClientAbortException());
            case "unwritable" -> throw new ResponseStatusException(HttpStatus.NOT_ACCEPTABLE);
            case "invalid" -> throw new ModuleException(ModuleException.Kind.INVALID, "sample.invalid", "Invalid");
            default -> runs.incrementAndGet();
        };
    }

    private static void await(CountDownLatch gate) {
        try {
            if (!gate.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody opened the gate");
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
