package dev.banyan.runtime.observability;

import dev.banyan.runtime.modules.ConditionalOnModules;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Request ids, the database's health and the module structure. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ObservabilityAutoConfiguration {
    /** Right inside of Boot's observation filter, which begins the trace. */
    private static final int REQUEST_ID = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter(ObjectProvider<Tracer> tracer) {
        var registration = new FilterRegistrationBean<>(new RequestIdFilter(tracer));
        registration.setOrder(REQUEST_ID);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        return registration;
    }

    @Bean
    @ConditionalOnModules(ConditionalOnModules.Place.HERE)
    DatabaseHealth databaseHealthIndicator(TransactionOperations transactions, JdbcClient jdbc) {
        return new DatabaseHealth(transactions, jdbc);
    }

    @Bean
    ModuleStructureEndpoint moduleStructureEndpoint() {
        return new ModuleStructureEndpoint();
    }
}
