package dev.banyan.runtime.web.idempotency;

import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.security.Sealer;
import dev.banyan.runtime.web.problem.ProblemExceptionResolver;
import dev.banyan.runtime.web.problem.ProblemWriter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Honours idempotency keys. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class IdempotencyAutoConfiguration {
    /** Right after the preconditions, which come after security. */
    private static final int ORDER = 10;

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcClient jdbc, Sealer sealer, ContractJson json) {
        return new IdempotencyKeys(jdbc, new Answers(sealer, json));
    }

    @Bean
    ExpiredKeys expiredIdempotencyKeys(IdempotencyKeys keys) {
        return new ExpiredKeys(keys);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            IdempotencyKeys keys, ProblemWriter writer, ProblemExceptionResolver failures) {
        var registration = new FilterRegistrationBean<>(new IdempotencyFilter(keys, writer, failures));
        registration.setOrder(ORDER);
        return registration;
    }
}
