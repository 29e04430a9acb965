package dev.banyan.runtime.events;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.data.TransactionOpening;
import dev.banyan.runtime.json.ContractJson;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
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
    TransactionOpening deliveryOpening() {
        return new DeliveryOpening();
    }

    @Bean
    DeliveryContext deliveryContext(
            ObjectProvider<Tracer> tracers, ObjectProvider<Propagator> propagators, ContractJson json) {
        return new DeliveryContext(tracers, propagators, json);
    }

    @Bean
    PublicationStore publicationStore(JdbcOperations jdbc, TransactionTemplate transactions) {
        return new PublicationStore(jdbc, transactions, Ids.next());
    }

    @Bean
    PublicationQueries publicationQueries(
            JdbcOperations jdbc, TransactionTemplate transactions, PublicationStore store) {
        return new PublicationQueries(jdbc, transactions, store.claim());
    }

    @Bean
    Dispatcher eventDispatcher(
            Subscriptions subscriptions,
            PublicationStore store,
            PublicationQueries queries,
            ContractJson json,
            DeliveryContext contexts,
            EventProperties properties) {
        var runner = new DeliveryRunner(subscriptions, store, queries, json, contexts, properties);
        return new Dispatcher(store, queries, runner, properties);
    }

    @Bean
    EventRecorder eventRecorder(
            Subscriptions subscriptions,
            ContractJson json,
            PublicationStore store,
            Dispatcher dispatcher,
            DeliveryContext contexts) {
        return new EventRecorder(subscriptions, json, store, dispatcher, contexts);
    }

    @Bean
    Timers timers(Subscriptions subscriptions, EventRecorder recorder, PublicationStore store) {
        return new DurableTimers(subscriptions, recorder, store);
    }
}
