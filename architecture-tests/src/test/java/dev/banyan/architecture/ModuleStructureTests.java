package dev.banyan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleStructureTests {
    @Test
    void modulesKeepToTheirDeclaredDependencies() {
        Modules.ALL.verify();
    }

    @Test
    void thereAreModulesToVerify() {
        assertThat(Modules.business())
                .containsExactly("cart", "catalog", "inventory", "notifications", "orders", "payments", "users");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleHasMigrationsOfItsOwnOnly(String module) throws IOException {
        try (var folders = Files.list(source(module).resolve("resources/db/migration"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString())).containsExactly(module);
        }
    }

    static List<String> modules() {
        return Modules.business();
    }

    private static Path source(String module) {
        return Modules.PROJECT.resolve("modules").resolve(module).resolve("src/main");
    }
}
