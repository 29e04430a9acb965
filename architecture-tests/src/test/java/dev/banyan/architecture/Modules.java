package dev.banyan.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Path;
import java.util.List;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules as they are on the class path: every test takes its list from here. */
final class Modules {
    static final ApplicationModules ALL = ApplicationModules.of("dev.banyan", Modules::isProduction);
    static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(Modules::isProduction).importPackages("dev.banyan");
    static final Path PROJECT = Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."));

    private static final List<String> FOUNDATION = List.of("kernel", "runtime");

    private Modules() {}

    /** Another module's tests come from its folder or its test-jar, as far as the build has got. */
    private static boolean isProduction(Location location) {
        return ImportOption.Predefined.DO_NOT_INCLUDE_TESTS.includes(location) && !location.contains("-tests.jar");
    }

    /** The business modules' names: all but the kernel and the runtime. */
    static List<String> business() {
        return ALL.stream()
                .map(ApplicationModule::getIdentifier)
                .map(Object::toString)
                .filter(name -> !FOUNDATION.contains(name))
                .sorted()
                .toList();
    }
}
