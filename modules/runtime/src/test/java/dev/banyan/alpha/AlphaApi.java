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
    List<Integer> numbers(@RequestBody String key);

    @Command(key = "key")
    @PostExchange("/count")
    void count(@RequestBody Count command);

    record Count(String key, int n) {}
}
