package dev.banyan.runtime.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.modules.HostedModules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

class RemoteModulesTests {
    private final MockEnvironment environment = new MockEnvironment();
    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    @Test
    void someModulesAloneNeedSomebodyToTrust() {
        environment.setProperty("banyan.modules", "beta");
        assertThatThrownBy(this::register)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("banyan.service.trusted")
                .hasMessageContaining("java -jar banyan.jar service-keys");
    }

    @Test
    void aWholeShopNeedsNobody() {
        register();
        assertThat(beans.getBeanDefinitionNames()).isEmpty();
    }

    @Test
    void whatRunsElsewhereIsABean() {
        environment.setProperty("banyan.modules", "beta");
        environment.setProperty("banyan.service.trusted", "trusted.json");
        register();
        assertThat(beans.getBeanDefinitionNames()).containsExactly("dev.banyan.alpha.AlphaApi");
    }

    private void register() {
        new RemoteModules(HostedModules.select(environment), environment).postProcessBeanDefinitionRegistry(beans);
    }
}
