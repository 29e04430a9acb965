package dev.banyan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.runtime.testing.MappingRules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Deny by default: a mapping that forgot to say who may call it is found before it puzzles anybody. */
class AccessRulesIT extends WholeShopIT {
    @Autowired
    ApplicationContext context;

    @Test
    void everyMappingSaysWhoMayCallIt() {
        assertThat(MappingRules.all(context)).hasSizeGreaterThan(40);
        assertThat(MappingRules.missing(context)).isEmpty();
    }
}
