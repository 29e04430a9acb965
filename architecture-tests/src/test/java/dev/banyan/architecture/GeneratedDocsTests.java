package dev.banyan.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.util.ApplicationModulesExporter;
import org.springframework.modulith.docs.Documenter;

class GeneratedDocsTests {
    @Test
    void theC4DiagramAndTheModuleCanvasesAreCurrent(@TempDir Path folder) throws IOException {
        new Documenter(Modules.ALL, Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml()
                .writeModuleCanvases();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                Committed.matches(
                        Modules.PROJECT.resolve("docs/modules").resolve(file.getFileName()), Files.readString(file));
            }
        }
    }

    @Test
    void theModulesOfTheActuatorAreCurrent() throws IOException {
        Committed.matches(
                Modules.PROJECT.resolve("app/src/main/resources/META-INF/spring-modulith/application-modules.json"),
                new ApplicationModulesExporter(Modules.ALL).toFullJson());
    }
}
