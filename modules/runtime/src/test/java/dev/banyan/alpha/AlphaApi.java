package dev.banyan.alpha;

import dev.banyan.kernel.Command;
import dev.banyan.kernel.Query;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

@HttpExchange("/internal/alpha")
public interface AlphaApi {
    @Query
    @PostExchange("/numbers")
    List<Integer> numbers(@RequestBody String key) throws NoNumbersException;

    @Command(key = "key")
    @PostExchange("/count")
    void count(@RequestBody Count command) throws NoNumbersException;

    /** Neither a query nor a keyed command. */
    @PostExchange("/push")
    void push(@RequestBody String key);

    @Query
    @PostExchange("/context")
    Context context();

    record Count(String key, int n) {}

    record Context(String caller, String trace) {}
}
