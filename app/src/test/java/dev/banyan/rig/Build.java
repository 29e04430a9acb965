package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * What all runs on one build have in common, made by the first of them and kept in {@code target/rig} until the build changes: the packed jar,
 * extracted, with the rig's part beside it on the class path; a cache that halves the time of a start; and a database in which all modules' schemas are.
 */
final class Build {
    static final Path RUNS = Path.of(System.getProperty("basedir", "."), "target", "rig")
            .toAbsolutePath()
            .normalize();

    private static final Path APPLICATION = RUNS.resolveSibling("banyan.jar");
    private static final Path HOME = RUNS.resolve("build");
    private static final Path MARK = HOME.resolve("made-of");
    private static final Path CACHE = HOME.resolve("application.aot");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static boolean made;

    private Build() {}

    /** The command that starts the application, without its arguments. */
    static List<String> command(String... jvmOptions) {
        var command = new ArrayList<>(List.of(JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
        if (Files.exists(CACHE)) {
            command.add("-XX:AOTCache=" + CACHE);
        }
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of(
                "-cp", HOME.resolve("application/banyan.jar") + ":" + HOME.resolve("rig.jar"), "dev.banyan.Banyan"));
        return command;
    }

    /** A database cluster to copy: all schemas are there, and nobody has done anything yet. */
    static Path cluster() {
        return HOME.resolve("cluster");
    }

    /** Makes what isn't there yet. */
    static synchronized void make() throws IOException, SQLException {
        if (made) {
            return;
        }
        assertThat(APPLICATION).as("the packed jar, made in the package phase").exists();
        var parts = RigJar.contents();
        var from = "%s %s".formatted(Files.getLastModifiedTime(APPLICATION), parts.hashCode());
        if (!Files.exists(MARK) || !Files.readString(MARK).equals(from)) {
            FileSystemUtils.deleteRecursively(HOME);
            Files.createDirectories(HOME);
            RigJar.write(HOME.resolve("rig.jar"), parts);
            extract();
            train();
            Files.writeString(MARK, from);
        }
        made = true;
    }

    private static void extract() {
        var command = List.of(
                JAVA,
                "-Djarmode=tools",
                "-jar",
                APPLICATION.toString(),
                "extract",
                "--destination",
                HOME.resolve("application").toString());
        var extraction = OwnProcess.start("extraction", HOME.resolve("extraction.log"), command, Map.of());
        assertThat(extraction.awaitEnd()).as(extraction.output()).isZero();
    }

    /** One start and stop, on an empty database: the JVM notes what it loaded, and the database keeps the schemas. */
    private static void train() throws IOException, SQLException {
        try (var postgres = PostgresProcess.create(cluster());
                var app = new AppProcess(
                        "training", HOME, postgres.owner(postgres.port()), Surroundings.environment(postgres))) {
            app.start("-XX:AOTCacheOutput=" + CACHE);
            app.stop();
            postgres.stopFast();
        }
        assertThat(CACHE).as("see " + HOME.resolve("training.log")).exists();
    }
}
