package dev.banyan.runtime.events.admin;

import dev.banyan.runtime.data.Instance;
import dev.banyan.runtime.events.EventDispatch;
import dev.banyan.runtime.modules.HostedModules;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff and monitoring see of waiting and parked events; their controller is found by the application's component scan. */
@AutoConfiguration
class EventsAdminAutoConfiguration {
    @Bean
    WaitingEvents waitingEvents(JdbcClient jdbc, Instance instance, EventDispatch dispatch, HostedModules modules) {
        return new WaitingEvents(jdbc, instance, dispatch, modules);
    }

    @Bean
    Backlog eventBacklog(JdbcClient jdbc) {
        return new Backlog(jdbc);
    }

    @Bean
    BacklogMeters backlogMeters(Backlog backlog, EventDispatch dispatch, ObjectProvider<MeterRegistry> meters) {
        return new BacklogMeters(backlog, dispatch, meters::getObject);
    }

    @Bean
    EventsHealth eventsHealthIndicator(Backlog backlog) {
        return new EventsHealth(backlog);
    }
}
