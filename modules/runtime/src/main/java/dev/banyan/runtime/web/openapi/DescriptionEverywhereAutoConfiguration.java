package dev.banyan.runtime.web.openapi;

import dev.banyan.runtime.modules.ConditionalOnModules;
import dev.banyan.runtime.modules.ConditionalOnModules.Place;
import dev.banyan.runtime.web.entry.Merging;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Describes the API of all processes. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnModules(Place.ELSEWHERE)
class DescriptionEverywhereAutoConfiguration {
    @Bean
    DescriptionEverywhere descriptionEverywhere(Merging merging) {
        return new DescriptionEverywhere(merging);
    }
}
