package dev.banyan.bench;

import dev.banyan.runtime.data.embedded.EmbeddedServer;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A way to deliver events, and how its process is started: all with the same JVM flags, pool and threads. */
enum Candidate {
    BANYAN("Banyan"),
    REGISTRY_UPDATE("Registry, completion by update"),
    REGISTRY_DELETE("Registry, completion by delete");

    static final List<String> JVM = List.of("-Xmx512m");
    private static final Path WORK = Path.of("target", "events-bench").toAbsolutePath();

    private final String title;

    Candidate(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** What its process finds in the database before it starts. */
    void prepare(BenchDatabase database) throws SQLException, IOException {
        if (this != BANYAN) {
            database.execute("CREATE SCHEMA load");
            database.execute(Files.readString(root().resolve("db/migration/load/V1__create_load.sql")));
        }
    }

    CandidateProcess start(BenchDatabase database, int listeners, String... options) throws IOException {
        return launch(database, listeners, JVM, options).awaitReady();
    }

    CandidateProcess launch(BenchDatabase database, int listeners, List<String> jvm, String... options)
            throws IOException {
        var all = new ArrayList<>(database.options());
        all.add("--load.listeners=" + listeners);
        all.add("--spring.threads.virtual.enabled=true");
        all.addAll(own());
        all.addAll(List.of(options));
        return CandidateProcess.launch(WORK.resolve(name().toLowerCase() + ".log"), jvm, classPath(), main(), all);
    }

    private List<String> own() throws IOException {
        return this == BANYAN
                ? List.of(
                        "--server.port=0",
                        "--banyan.data-dir=" + Files.createTempDirectory(WORK, "data"),
                        "--banyan.secret=one secret for all processes of a benchmark",
                        "--banyan.pool.size=20")
                : List.of(
                        "--spring.datasource.hikari.maximum-pool-size=20",
                        "--spring.datasource.hikari.auto-commit=false",
                        "--spring.modulith.events.jdbc.schema-initialization.enabled=true",
                        "--spring.modulith.events.externalization.enabled=false",
                        "--spring.modulith.events.completion-mode=" + (this == REGISTRY_UPDATE ? "update" : "delete"));
    }

    private String main() {
        return this == BANYAN ? "dev.banyan.load.BanyanCandidate" : "dev.banyan.load.RegistryCandidate";
    }

    private String classPath() throws IOException {
        var path = System.getProperty("java.class.path");
        if (this == BANYAN) {
            return path + File.pathSeparator + root();
        }
        var runtime = location(EmbeddedServer.class);
        try (var libraries = Files.list(Path.of("target", "registry"))) {
            return Stream.concat(
                            Arrays.stream(path.split(File.pathSeparator))
                                    .filter(entry -> !Path.of(entry).equals(runtime)),
                            libraries.map(library -> library.toAbsolutePath().toString()))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** The resources that a benchmark's process has and tests haven't. */
    private static Path root() {
        return location(Candidate.class).resolve("bench");
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
