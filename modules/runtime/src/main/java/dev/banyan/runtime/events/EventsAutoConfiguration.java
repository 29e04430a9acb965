package dev.banyan.runtime.events;

import dev.banyan.runtime.data.DataProperties;
import dev.banyan.runtime.data.DatabaseClock;
import dev.banyan.runtime.data.Instance;
import dev.banyan.runtime.data.TransactionOpening;
import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.modules.HostedModules;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.ArrayList;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Durable delivery of module events. */
@AutoConfiguration(after = JdbcTemplateAutoConfiguration.class)
@EnableConfigurationProperties(EventProperties.class)
class EventsAutoConfiguration {
    @Bean
    static Subscriptions eventSubscriptions() {
        return new Subscriptions();
    }

    @Bean
    static ModuleListenerFactory moduleListenerFactory(Subscriptions subscriptions, BeanFactory beans) {
        return new ModuleListenerFactory(subscriptions, beans);
    }

    @Bean
    TransactionOpening deliveryOpening(DataProperties data) {
        return new DeliveryOpening(data.longestTransaction());
    }

    @Bean
    DeliveryContext deliveryContext(
            ObjectProvider<Tracer> tracers, ObjectProvider<Propagator> propagators, ContractJson json) {
        return new DeliveryContext(tracers, propagators, json);
    }

    @Bean
    PublicationStore publicationStore(
            JdbcOperations jdbc,
            TransactionTemplate transactions,
            Instance instance,
            HostedModules modules,
            ObjectProvider<Outlet> outlet) {
        var elsewhere = new ArrayList<>(modules.elsewhere());
        if (outlet.stream().findAny().isEmpty()) {
            elsewhere.add(Outlet.SUBSCRIBER);
        }
        return new PublicationStore(jdbc, transactions, instance.id(), elsewhere);
    }

    @Bean
    Dispatcher eventDispatcher(
            Subscriptions subscriptions,
            PublicationStore store,
            EventDatabase database,
            ContractJson json,
            DeliveryContext contexts,
            EventProperties properties,
            DataProperties data,
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<Outlet> outlet) {
        var policy = new FailurePolicy(store, properties);
        var runner = new DeliveryRunner(subscriptions, store, database.queries(), json, contexts, policy);
        var deliveries = new SharedDelivery(subscriptions, runner, store, database.transactionManager());
        return new Dispatcher(
                store,
                database,
                deliveries,
                new DeliveryMeters(meters::getObject),
                properties,
                new ConnectionShares(data.pool().size() / 4),
                outlet.getIfAvailable());
    }

    @Bean
    EventDatabase eventDatabase(
            JdbcOperations jdbc,
            TransactionTemplate transactions,
            PlatformTransactionManager transactionManager,
            Instance instance,
            DataProperties data,
            HostedModules modules,
            ObjectProvider<DatabaseClock> clock) {
        var readOnly = new TransactionTemplate(transactionManager);
        readOnly.setReadOnly(true);
        return new EventDatabase(
                new PublicationQueries(jdbc, readOnly, instance.id()),
                new LaneReader(jdbc, transactions, instance.id()),
                new Leases(jdbc, transactions, instance, data.lease(), modules.names()),
                transactionManager,
                time -> clock.ifAvailable(adjusted -> adjusted.observe(time)));
    }

    @Bean
    EventRecorder eventRecorder(
            Subscriptions subscriptions,
            ContractJson json,
            PublicationStore store,
            Dispatcher dispatcher,
            DeliveryContext contexts,
            ObjectProvider<Outlet> outlet) {
        return new EventRecorder(subscriptions, json, store, dispatcher, contexts, outlet.getIfAvailable());
    }

    @Bean
    EventIntake eventIntake(
            Subscriptions subscriptions, ContractJson json, PublicationStore store, Dispatcher dispatcher) {
        return new ReceivedEvents(subscriptions, json, store, dispatcher);
    }

    @Bean
    Timers timers(Subscriptions subscriptions, EventRecorder recorder, PublicationStore store) {
        return new DurableTimers(subscriptions, recorder, store);
    }
}
