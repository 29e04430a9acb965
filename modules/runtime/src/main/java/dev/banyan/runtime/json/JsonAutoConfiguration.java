package dev.banyan.runtime.json;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Provides {@link ContractJson} and {@link StrictJson}. */
@AutoConfiguration
class JsonAutoConfiguration {
    @Bean
    ContractJson contractJson() {
        return new ContractJson();
    }

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }
}
