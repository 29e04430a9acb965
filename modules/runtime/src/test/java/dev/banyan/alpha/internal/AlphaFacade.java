package dev.banyan.alpha.internal;

import dev.banyan.alpha.AlphaApi;
import dev.banyan.runtime.security.CurrentCaller;
import io.micrometer.tracing.Tracer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
public class AlphaFacade implements AlphaApi {
    /** The arguments of all calls, as they came. */
    public static final List<Object> RECEIVED = new CopyOnWriteArrayList<>();

    /** What happens during a query for a key. */
    public static final Map<String, Runnable> DURING = new ConcurrentHashMap<>();

    private final AlphaService service;
    private final ObjectProvider<Tracer> tracer;

    AlphaFacade(AlphaService service, ObjectProvider<Tracer> tracer) {
        this.service = service;
        this.tracer = tracer;
    }

    @Override
    public List<Integer> numbers(String key) {
        RECEIVED.add(key);
        DURING.getOrDefault(key, () -> {}).run();
        return service.numbers(key);
    }

    @Override
    public void count(Count command) {
        RECEIVED.add(command);
        service.inTransaction(jdbc -> jdbc.sql("INSERT INTO alpha.numbers (key, n) VALUES (?, ?)")
                .param(command.key())
                .param(command.n())
                .update());
    }

    @Override
    public void push(String key) {
        RECEIVED.add(key);
    }

    @Override
    public Context context() {
        var span = tracer.getObject().currentSpan();
        return new Context(
                CurrentCaller.get().toString(),
                span == null ? "" : span.context().traceId());
    }
}
