package dev.banyan.runtime.data;

import dev.banyan.runtime.data.embedded.DataDirectory;
import dev.banyan.runtime.data.embedded.EmbeddedServer;
import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.security.Sealer;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database: embedded unless {@code spring.datasource.url} names one. */
@AutoConfiguration(
        before = {
            DataSourceAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class
        })
@EnableConfigurationProperties(DataProperties.class)
class DataAutoConfiguration {
    @Bean
    DataDirectory dataDirectory(DataProperties properties) {
        return DataDirectory.open(properties.dataDir());
    }

    @Bean
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "\0")
    EmbeddedServer embeddedServer(DataDirectory directory) {
        return EmbeddedServer.start(directory);
    }

    @Bean
    DatabaseOwner databaseOwner(
            ObjectProvider<EmbeddedServer> embedded,
            @Value("${spring.datasource.url:}") String url,
            @Value("${spring.datasource.username:}") String user,
            @Value("${spring.datasource.password:}") String password) {
        var server = embedded.getIfAvailable();
        return server == null
                ? DatabaseOwner.configured(url, user, password)
                : DatabaseOwner.of(server, DatabaseOwner.EMBEDDED);
    }

    @Bean
    DemoData demoData(DatabaseOwner owner, @Value("${banyan.demo:#{null}}") @Nullable Boolean configured) {
        return new DemoData(owner, configured);
    }

    @Bean
    DatabaseRoles databaseRoles(
            DatabaseOwner owner, HostedModules modules, Sealer sealer, Instance instance, DataProperties properties) {
        return new DatabaseProvisioning(owner, sealer).host(modules.names(), instance, properties.lease());
    }

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    DatabaseClock clock() {
        return new DatabaseClock(Clock.systemUTC());
    }

    @Bean
    Instance instance() {
        return Instance.ofThisProcess();
    }

    @Bean
    DataSource dataSource(DatabaseOwner owner, DatabaseRoles roles, DataProperties properties, Instance instance) {
        return ModuleDataSource.open(owner, roles, properties, instance);
    }

    @Bean
    PlatformTransactionManager transactionManager(
            DataSource dataSource, DatabaseRoles roles, TransactionOpening opening) {
        return new SharedTransactions(
                new ModuleTransactionManager((ModuleDataSource) dataSource, roles, opening), opening);
    }

    @Bean
    @ConditionalOnMissingBean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }
}
