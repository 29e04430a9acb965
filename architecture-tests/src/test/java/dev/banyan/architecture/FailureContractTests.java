package dev.banyan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.banyan.kernel.Failure;
import dev.banyan.kernel.FailureCode;
import dev.banyan.kernel.Ids;
import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.calls.Failures;
import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.modules.ModuleDescriptor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.ClassUtils;

/** A caller catches the same exceptions, wherever the module runs: those of its base package. */
class FailureContractTests {
    private static final ContractJson JSON = new ContractJson();

    static Stream<Class<?>> exceptions() {
        return Modules.CLASSES.stream()
                .filter(type -> HostedModules.read().values().stream()
                        .anyMatch(module -> type.getPackageName().equals("dev.banyan." + module.name())))
                .filter(type -> type.isAssignableTo(ModuleException.class))
                .map(JavaClass::reflect);
    }

    @Test
    void thereAreSome() {
        assertThat(exceptions()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void comesBackAsItWas(Class<?> type) throws ReflectiveOperationException {
        var failures = Failures.of(api(type));
        var examples = examples(type);
        assertThat(examples).isNotEmpty();
        for (var example : examples) {
            var text = JSON.write(example.failure());
            var back = failures.exception(JSON.read(text, Failure.class));
            assertThat(back).isExactlyInstanceOf(type).hasMessage(example.getMessage());
            assertThat(JSON.write(back.failure())).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void hasNoCodesButItsOwn(Class<?> type) throws ReflectiveOperationException {
        assertThat(examples(type))
                .extracting(ModuleException::code)
                .containsOnly(type.getAnnotation(FailureCode.class).value());
    }

    private static Class<?> api(Class<?> exception) {
        return HostedModules.read().values().stream()
                .filter(module -> exception.getPackageName().equals("dev.banyan." + module.name()))
                .map(ModuleDescriptor::api)
                .map(api -> ClassUtils.resolveClassName(api, null))
                .findFirst()
                .orElseThrow();
    }

    /** One from each public constructor and factory method. */
    private static List<ModuleException> examples(Class<?> type) throws ReflectiveOperationException {
        var examples = new ArrayList<ModuleException>();
        for (var constructor : type.getConstructors()) {
            examples.add((ModuleException) constructor.newInstance(arguments(constructor)));
        }
        for (var method : type.getMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type) {
                examples.add((ModuleException) method.invoke(null, arguments(method)));
            }
        }
        return examples;
    }

    private static Object[] arguments(Executable executable) {
        return Arrays.stream(executable.getParameterTypes())
                .map(FailureContractTests::argument)
                .toArray();
    }

    private static Object argument(Class<?> type) {
        if (type == UUID.class) {
            return Ids.next();
        }
        return type == List.class ? List.of("A-1", "B-2") : "text";
    }
}
