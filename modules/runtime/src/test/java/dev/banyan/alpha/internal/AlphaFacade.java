package dev.banyan.alpha.internal;

import dev.banyan.alpha.AlphaApi;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

@Component
public class AlphaFacade implements AlphaApi {
    /** The arguments of all calls, as they came. */
    public static final List<Object> RECEIVED = new CopyOnWriteArrayList<>();

    private final AlphaService service;

    AlphaFacade(AlphaService service) {
        this.service = service;
    }

    @Override
    public List<Integer> numbers(String key) {
        RECEIVED.add(key);
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
}
