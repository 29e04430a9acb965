package dev.banyan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.modules.ModuleDescriptor;
import dev.banyan.runtime.modules.ModuleName;
import dev.banyan.runtime.security.Credentials;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.ApplicationModule;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.annotation.HttpExchange;

/** What each module's descriptor says, against its code. */
class ModuleDescriptorTests {
    private static final String EVENTS = " :: events";

    @Test
    void thereIsOneForEachModule() {
        assertThat(descriptors().map(ModuleDescriptor::name)).containsExactlyElementsOf(Modules.business());
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void namesTheInterfaceThatOtherModulesCall(ModuleDescriptor module) {
        assertThat(apis(module)).isEqualTo(module.api() == null ? List.of() : List.of(module.api()));
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void namesWhatItsUrlsBeginWith(ModuleDescriptor module) {
        var urls = urls(module);
        assertThat(urls).isNotEmpty().allMatch(url -> module.paths().stream().anyMatch(path -> begins(url, path)));
        assertThat(module.paths()).allMatch(path -> urls.stream().anyMatch(url -> begins(url, path)));
    }

    @Test
    void noUrlBelongsToTwo() {
        var modules = descriptors().toList();
        for (var module : modules) {
            var foreign =
                    modules.stream().filter(other -> !other.equals(module)).flatMap(other -> urls(other).stream());
            assertThat(foreign).noneMatch(url -> module.paths().stream().anyMatch(path -> begins(url, path)));
        }
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void namesTheModulesThatItListensTo(ModuleDescriptor module) throws ClassNotFoundException {
        var declared = Class.forName("dev.banyan." + module.name() + ".package-info")
                .getAnnotation(ApplicationModule.class)
                .allowedDependencies();
        assertThat(module.listens())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(declared)
                        .filter(dependency -> dependency.endsWith(EVENTS))
                        .map(dependency -> dependency.substring(0, dependency.length() - EVENTS.length()))
                        .toList());
    }

    @Test
    void oneProvidesCredentialsAndImplementsThem() {
        var implementing = Modules.CLASSES.stream()
                .filter(type -> type.isAssignableTo(Credentials.class) && !type.isInterface())
                .map(type -> ModuleName.of(type.reflect()))
                .filter(Modules.business()::contains)
                .toList();
        assertThat(descriptors())
                .filteredOn(module -> module.provides().contains(ModuleDescriptor.CREDENTIALS))
                .extracting(ModuleDescriptor::name)
                .hasSize(1)
                .isEqualTo(implementing);
    }

    /** Without those of test fixtures. */
    static Stream<ModuleDescriptor> descriptors() {
        return HostedModules.read().values().stream()
                .filter(module -> Modules.business().contains(module.name()));
    }

    private static boolean begins(String url, String path) {
        return url.equals(path) || url.startsWith(path + "/");
    }

    private static List<String> apis(ModuleDescriptor module) {
        return Modules.CLASSES.stream()
                .filter(type -> type.getPackageName().equals("dev.banyan." + module.name()))
                .filter(type -> type.isAnnotatedWith(HttpExchange.class))
                .map(JavaClass::getName)
                .toList();
    }

    private static Set<String> urls(ModuleDescriptor module) {
        return Modules.CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith("dev.banyan." + module.name() + "."))
                .filter(type -> type.isAnnotatedWith(RestController.class))
                .flatMap(type -> type.getMethods().stream())
                .flatMap(ModuleDescriptorTests::urls)
                .collect(Collectors.toSet());
    }

    private static Stream<String> urls(JavaMethod method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method.reflect(), RequestMapping.class);
        if (mapping == null) {
            return Stream.empty();
        }
        var base = AnnotatedElementUtils.findMergedAnnotation(method.getOwner().reflect(), RequestMapping.class);
        return paths(base).flatMap(prefix -> paths(mapping).map(path -> prefix + path));
    }

    private static Stream<String> paths(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? Stream.of("") : Arrays.stream(mapping.path());
    }
}
