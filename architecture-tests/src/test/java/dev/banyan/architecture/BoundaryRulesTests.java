package dev.banyan.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.banyan.fixture.LocalApi;
import dev.banyan.fixture.PathlessApi;
import dev.banyan.fixture.UnkeyedApi;
import dev.banyan.fixture.events.ForeignTypesEvent;
import dev.banyan.fixture.events.NamelessEvent;
import dev.banyan.fixture.internal.BadListener;
import dev.banyan.fixture.internal.PlainListener;
import dev.banyan.fixture.internal.PublicByMistake;
import dev.banyan.fixture.internal.TopologyAware;
import dev.banyan.misnamed.events.MisplacedEvent;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BoundaryRulesTests {
    @ParameterizedTest
    @MethodSource("rules")
    void theModulesKeepTheRule(ArchRule rule, Class<?> violating) {
        rule.check(Modules.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleRejectsItsFixture(ArchRule rule, Class<?> violating) {
        JavaClasses fixture = new ClassFileImporter().importClasses(violating);
        assertThatThrownBy(() -> rule.check(fixture))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(violating.getSimpleName());
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(BoundaryRules.INTERNALS_STAY_PACKAGE_PRIVATE, PublicByMistake.class),
                Arguments.of(BoundaryRules.MODULES_KNOW_NO_TOPOLOGY, TopologyAware.class),
                Arguments.of(BoundaryRules.APIS_ARE_EXCHANGES, LocalApi.class),
                Arguments.of(BoundaryRules.API_METHODS_ARE_EXCHANGES, PathlessApi.class),
                Arguments.of(BoundaryRules.API_METHODS_ARE_QUERIES_OR_KEYED_COMMANDS, UnkeyedApi.class),
                Arguments.of(BoundaryRules.EVENTS_ARE_CONTRACTS, NamelessEvent.class),
                Arguments.of(BoundaryRules.EVENTS_ARE_CONTRACTS, ForeignTypesEvent.class),
                Arguments.of(BoundaryRules.EVENTS_ARE_NAMED_INTERFACES, ForeignTypesEvent.class),
                Arguments.of(BoundaryRules.EVENTS_ARE_NAMED_INTERFACES, MisplacedEvent.class),
                Arguments.of(BoundaryRules.LISTENERS_ARE_DURABLE, BadListener.class),
                Arguments.of(BoundaryRules.EVENTS_ARE_HANDLED_DURABLY, PlainListener.class));
    }
}
