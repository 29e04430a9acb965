package dev.banyan.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.runtime.testing.MappingRules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The check that finds mappings without a rule finds the one that has none. */
class MappingRulesIT extends HttpIT {
    @Autowired
    ApplicationContext context;

    @Test
    void findsTheOneWithoutARule() {
        assertThat(MappingRules.all(context))
                .hasSizeGreaterThan(10)
                .anyMatch(mapping -> mapping.contains("/api/operations"));
        assertThat(MappingRules.missing(context)).singleElement().asString().contains("/api/things/unruled");
    }
}
