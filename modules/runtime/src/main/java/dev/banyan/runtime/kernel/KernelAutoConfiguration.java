package dev.banyan.runtime.kernel;

import dev.banyan.kernel.Currencies;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The clock, and what is sold in. */
@AutoConfiguration
class KernelAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Currencies currencies(@Value("${banyan.currencies:EUR,USD}") List<String> codes) {
        return new Currencies(codes);
    }
}
