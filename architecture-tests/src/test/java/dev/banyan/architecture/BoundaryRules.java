package dev.banyan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.banyan.kernel.Command;
import dev.banyan.kernel.Query;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.NamedInterface;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.Externalized;
import org.springframework.web.service.annotation.HttpExchange;

/** What makes a module able to move out. Each rule is seen failing on a fixture. */
final class BoundaryRules {
    private static final String INTERNALS = "dev.banyan.*.internal..";
    private static final String EVENTS = "dev.banyan.*.events";

    static final ArchRule INTERNALS_STAY_PACKAGE_PRIVATE = classes()
            .that()
            .resideInAPackage(INTERNALS)
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic()
            .because("a module is reached through its API, wherever it runs");

    static final ArchRule MODULES_KNOW_NO_TOPOLOGY = noClasses()
            .that()
            .resideInAPackage(INTERNALS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.banyan.runtime.modules..")
            .because("a module's code reads as if it ran in one process");

    static final ArchRule APIS_ARE_EXCHANGES = classes()
            .that()
            .resideInAPackage("dev.banyan.*")
            .and()
            .resideOutsideOfPackages("dev.banyan.kernel", "dev.banyan.runtime")
            .and()
            .areInterfaces()
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .beAnnotatedWith(HttpExchange.class)
            .because("what other modules call has to be found where it runs in another process");

    static final ArchRule API_METHODS_ARE_EXCHANGES = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(HttpExchange.class)
            .should()
            .beMetaAnnotatedWith(HttpExchange.class)
            .because("a method without a path works until its module moves out");

    static final ArchRule API_METHODS_ARE_QUERIES_OR_KEYED_COMMANDS = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(HttpExchange.class)
            .should(beAnnotatedWithOneOf())
            .because("a call that is neither can't be repeated, and over a network every call may have to be");

    static final ArchRule EVENTS_ARE_CONTRACTS = classes()
            .that()
            .resideInAPackage(EVENTS)
            .and()
            .resideOutsideOfPackage("dev.banyan.runtime..")
            .and(areEventRecords())
            .should()
            .bePublic()
            .andShould()
            .beAnnotatedWith(DomainEvent.class)
            .andShould()
            .beAnnotatedWith(Externalized.class)
            .andShould(consistOfJdkTypes())
            .because("other modules and other languages read events by their stable names");

    static final ArchRule EVENTS_ARE_NAMED_INTERFACES = classes()
            .that()
            .resideInAPackage(EVENTS)
            .and()
            .resideOutsideOfPackage("dev.banyan.runtime..")
            .should(beInANamedInterface("events"))
            .because("a module declares whose events it listens to by that name");

    static final ArchRule LISTENERS_ARE_DURABLE = methods()
            .that()
            .areMetaAnnotatedWith(ApplicationModuleListener.class)
            .should(beListeners())
            .because("stored events find their listener by its id, and a result would be published");

    static final ArchRule EVENTS_ARE_HANDLED_DURABLY = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(INTERNALS)
            .and(takeAnEvent())
            .and()
            .areMetaAnnotatedWith("org.springframework.context.event.EventListener")
            .should()
            .beAnnotatedWith(ApplicationModuleListener.class)
            .because("a plain listener runs in the publisher's transaction, which a split takes away");

    private BoundaryRules() {}

    private static DescribedPredicate<JavaClass> areEventRecords() {
        return DescribedPredicate.describe("are event records", type -> type.isRecord() && type.isTopLevelClass());
    }

    private static DescribedPredicate<JavaMethod> takeAnEvent() {
        return DescribedPredicate.describe(
                "take an event",
                method -> method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isAnnotatedWith(DomainEvent.class)));
    }

    private static ArchCondition<JavaMethod> beAnnotatedWithOneOf() {
        return condition(
                "be annotated with @Query or @Command",
                method -> method.isAnnotatedWith(Query.class) || method.isAnnotatedWith(Command.class));
    }

    private static ArchCondition<JavaClass> beInANamedInterface(String name) {
        return condition("be in a package annotated @NamedInterface(\"%s\")".formatted(name), type -> {
            var named = type.reflect().getPackage().getAnnotation(NamedInterface.class);
            return named != null
                    && Stream.of(named.name(), named.value())
                            .flatMap(Arrays::stream)
                            .anyMatch(name::equals);
        });
    }

    private static ArchCondition<JavaMethod> beListeners() {
        return condition(
                "be package-private, return void and have an id",
                method -> !method.getModifiers().contains(JavaModifier.PUBLIC)
                        && method.getRawReturnType().getName().equals("void")
                        && !method.getAnnotationOfType(ApplicationModuleListener.class)
                                .id()
                                .isEmpty());
    }

    private static ArchCondition<JavaClass> consistOfJdkTypes() {
        return new ArchCondition<>("consist of JDK types and records of their own") {
            @Override
            public void check(JavaClass event, ConditionEvents violations) {
                checkFields(event, event, violations);
            }
        };
    }

    /** Type arguments count: a {@code List<Money>} shows the same class to the other side as a {@code Money}. */
    private static void checkFields(JavaClass record, JavaClass event, ConditionEvents violations) {
        for (var field : record.getFields()) {
            for (var involved : field.getType().getAllInvolvedRawTypes()) {
                var type = involved.getBaseComponentType();
                if (type.isRecord() && type.getEnclosingClass().equals(Optional.of(event))) {
                    checkFields(type, event, violations);
                } else if (!type.isPrimitive() && !type.getPackageName().startsWith("java.")) {
                    violations.add(SimpleConditionEvent.violated(
                            field, "%s has the type %s".formatted(field.getFullName(), type.getName())));
                }
            }
        }
    }

    private static <T extends HasName.AndFullName> ArchCondition<T> condition(String description, Predicate<T> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T subject, ConditionEvents violations) {
                if (!holds.test(subject)) {
                    violations.add(SimpleConditionEvent.violated(
                            subject, "%s should %s".formatted(subject.getFullName(), description)));
                }
            }
        };
    }
}
