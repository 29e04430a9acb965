package dev.banyan.runtime.calls;

import dev.banyan.runtime.json.ContractJson;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Calls between modules. */
@AutoConfiguration
@EnableConfigurationProperties(CallProperties.class)
class CallsAutoConfiguration {
    @Bean
    static ModuleCalls moduleCalls(
            ObjectProvider<CallProperties> properties,
            ObjectProvider<ContractJson> json,
            ObjectProvider<MeterRegistry> meters) {
        return new ModuleCalls(
                properties::getObject, json::getObject, () -> meters.getIfAvailable(() -> Metrics.globalRegistry));
    }
}
