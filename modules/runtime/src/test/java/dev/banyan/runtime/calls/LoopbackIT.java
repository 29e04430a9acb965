package dev.banyan.runtime.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.alpha.AlphaApi;
import dev.banyan.alpha.internal.AlphaFacade;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.RuntimeIT;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** What the tests of all modules rely on when they ask for loopback. */
@TestPropertySource(properties = "banyan.calls.loopback=true")
class LoopbackIT extends RuntimeIT implements AlphaApiContract {
    @Autowired
    AlphaApi api;

    @Autowired
    ApplicationContext context;

    private final String key = Ids.next().toString();

    @Override
    public ApplicationContext process() {
        return context;
    }

    @Test
    void makesEachQueryTwice() {
        api.numbers(key);
        assertThat(received(key)).hasSize(2);
    }

    @Test
    void makesEachKeyedCommandTwiceWithACopyOfItsArgument() {
        var command = new AlphaApi.Count(key, 7);
        api.count(command);
        assertThat(received(command))
                .hasSize(2)
                .allSatisfy(received -> assertThat(received).isNotSameAs(command));
        assertThat(api.numbers(key)).containsExactly(7, 7);
    }

    private static List<Object> received(Object argument) {
        return AlphaFacade.RECEIVED.stream().filter(argument::equals).toList();
    }
}
