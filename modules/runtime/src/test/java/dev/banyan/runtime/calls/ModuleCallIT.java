package dev.banyan.runtime.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.alpha.AlphaApi;
import dev.banyan.alpha.internal.AlphaService;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.RuntimeIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ModuleCallIT extends RuntimeIT {
    @Autowired
    AlphaApi api;

    @Autowired
    AlphaService alpha;

    private final String key = Ids.next().toString();

    @Test
    void callsTheModule() {
        api.count(new AlphaApi.Count(key, 7));
        assertThat(api.numbers(key)).containsExactly(7);
    }

    @Test
    void refusesACallInsideATransaction() {
        assertThatThrownBy(() -> alpha.inTransaction(jdbc -> api.numbers(key)))
                .hasMessageContaining("AlphaApi.numbers was called inside the transaction of")
                .hasMessageContaining("may run in another process");
    }
}
