package dev.banyan.runtime.events.admin;

import dev.banyan.runtime.modules.ConditionalOnModules;
import dev.banyan.runtime.modules.ConditionalOnModules.Place;
import dev.banyan.runtime.web.entry.Merging;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** What staff see of the events of all processes; in a process without a database, too. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnModules(Place.ELSEWHERE)
class EventsEverywhereAutoConfiguration {
    @Bean
    EventList eventList(Merging merging) {
        return new EventList(merging);
    }

    @Bean
    EventReplay eventReplay(Merging merging) {
        return new EventReplay(merging);
    }

    @Bean
    OneEvent oneEvent(Merging merging) {
        return new OneEvent(merging);
    }
}
