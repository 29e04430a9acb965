package dev.banyan.alpha.internal;

import dev.banyan.alpha.AlphaApi;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

@Component
class AlphaFacade implements AlphaApi {
    static final AtomicInteger CALLS = new AtomicInteger();
    private final AlphaService service;

    AlphaFacade(AlphaService service) {
        this.service = service;
    }

    @Override
    public List<Integer> numbers(String key) {
        CALLS.incrementAndGet();
        return service.numbers(key);
    }

    @Override
    public void count(Count command) {
        CALLS.incrementAndGet();
        service.inTransaction(jdbc -> jdbc.sql("INSERT INTO alpha.numbers (key, n) VALUES (?, ?)")
                .param(command.key())
                .param(command.n())
                .update());
    }
}
