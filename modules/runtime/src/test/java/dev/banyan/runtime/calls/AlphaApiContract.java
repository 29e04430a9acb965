package dev.banyan.runtime.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.alpha.AlphaApi;
import dev.banyan.alpha.NoNumbersException;
import dev.banyan.alpha.internal.AlphaFacade;
import dev.banyan.kernel.Ids;
import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.CurrentCaller;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What a caller of alpha may rely on, wherever alpha runs. */
interface AlphaApiContract {
    /** The caller's process. */
    ApplicationContext process();

    private AlphaApi api() {
        return process().getBean(AlphaApi.class);
    }

    @Test
    default void commandsAndQueriesWork() {
        var key = key();
        api().count(new AlphaApi.Count(key, 7));
        assertThat(api().numbers(key)).contains(7);
    }

    @Test
    default void aFailureIsTheSameException() {
        var key = key();
        AlphaFacade.DURING.put(key, () -> {
            throw new NoNumbersException(List.of(key));
        });
        assertThatExceptionOfType(NoNumbersException.class)
                .isThrownBy(() -> api().numbers(key))
                .satisfies(failure ->
                        assertThat(failure.failure()).isEqualTo(new NoNumbersException(List.of(key)).failure()));
    }

    @Test
    default void aFailureThatIsNotDeclaredIsPlain() {
        var key = key();
        AlphaFacade.DURING.put(key, () -> {
            throw new ModuleException(ModuleException.Kind.RATE_LIMITED, "alpha.other", "Other");
        });
        assertThatExceptionOfType(ModuleException.class)
                .isThrownBy(() -> api().numbers(key))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ModuleException.Kind.RATE_LIMITED))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("alpha.other"));
    }

    @Test
    default void theModuleKnowsForWhomItIsCalled() {
        for (var caller : List.of(
                Caller.ANONYMOUS,
                Caller.user(Ids.next(), "ada@example.test", Set.of("staff")),
                Caller.apiKey(Ids.next(), Set.of("orders:write")))) {
            var seen = new AtomicReference<String>();
            CurrentCaller.runAs(caller, () -> seen.set(api().context().caller()));
            assertThat(seen).hasValue(caller.toString());
        }
    }

    @Test
    default void theModuleIsPartOfTheTrace() {
        var span = process().getBean(Tracer.class).startScopedSpan("test");
        try {
            assertThat(api().context().trace()).isEqualTo(span.context().traceId());
        } finally {
            span.end();
        }
    }

    @Test
    default void callsAreTimed() {
        var timer = process()
                .getBean(MeterRegistry.class)
                .timer("banyan.calls", "module", "alpha", "method", "push", "remote", remote(), "outcome", "ok");
        long before = timer.count();
        api().push(key());
        assertThat(timer.count()).isEqualTo(before + 1);
    }

    @Test
    default void noCallIsMadeInsideATransaction() {
        var transactions = process().getBean(TransactionTemplate.class);
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> api().numbers("k")))
                .hasMessageContaining("AlphaApi.numbers was called inside the transaction");
    }

    default String remote() {
        return "false";
    }

    private static String key() {
        return Ids.next().toString();
    }
}
