package dev.banyan.runtime.kernel;

import dev.banyan.kernel.Currencies;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What is sold in. */
@AutoConfiguration
class KernelAutoConfiguration {
    @Bean
    Currencies currencies(@Value("${banyan.currencies:EUR,USD}") List<String> codes) {
        return new Currencies(codes);
    }
}
