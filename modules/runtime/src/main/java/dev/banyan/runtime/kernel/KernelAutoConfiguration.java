package dev.banyan.runtime.kernel;

import dev.banyan.kernel.Currencies;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** What is sold in, and the time. */
@AutoConfiguration(afterName = "dev.banyan.runtime.data.DataAutoConfiguration")
class KernelAutoConfiguration {
    /** Where there is no database whose clock counts. */
    @Bean
    @ConditionalOnMissingBean
    Clock systemClock() {
        return Clock.systemUTC();
    }

    @Bean
    Currencies currencies(@Value("${banyan.currencies:EUR,USD}") List<String> codes) {
        return new Currencies(codes);
    }
}
