package dev.banyan.runtime.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.alpha.internal.AlphaService;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

class RemoteModuleIT implements AlphaApiContract {
    @Override
    public ApplicationContext process() {
        return Processes.beta();
    }

    @Override
    public String remote() {
        return "true";
    }

    @Test
    void theModuleItselfIsNotHere() {
        assertThat(process().getBeansOfType(AlphaService.class)).isEmpty();
        assertThat(Processes.alpha().getBeansOfType(AlphaService.class)).hasSize(1);
    }
}
