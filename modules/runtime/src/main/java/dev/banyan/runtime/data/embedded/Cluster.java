package dev.banyan.runtime.data.embedded;

import dev.banyan.runtime.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's own directory: made once, then only checked. */
final class Cluster {

    static final String SUPERUSER = "postgres";
    static final String PASSWORD_FILE = "postgresql.password";
    private static final String MAJOR_VERSION = "18";

    private Cluster() {}

    /** Returns the cluster in {@code directory}, initialised if there is none; a crash meanwhile leaves no half-made one. */
    static Path prepared(DataDirectory directory, Tools tools, boolean durable) throws IOException {
        var cluster = directory.path().resolve("postgresql");
        if (!Files.exists(cluster)) {
            var unfinished = directory.path().resolve("postgresql.unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            directory.secret(PASSWORD_FILE);
            initialise(unfinished, directory.path().resolve(PASSWORD_FILE), tools, durable);
            Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
        }
        check(cluster, directory.path().resolve(PASSWORD_FILE));
        return cluster;
    }

    private static void initialise(Path cluster, Path password, Tools tools, boolean durable) throws IOException {
        var result = Commands.run(tools.command("initdb", arguments(cluster, password, durable)));
        if (!result.succeeded()) {
            throw new StartRefusedException(
                    "PostgreSQL can't set up its data in %s: %s.".formatted(cluster.getParent(), result.lastLine()));
        }
    }

    /** The built-in locale sorts alike on every machine, so that the directory may move between them. */
    private static List<String> arguments(Path cluster, Path password, boolean durable) {
        return List.of(
                "--pgdata=" + cluster,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                durable ? "--sync-method=fsync" : "--no-sync",
                "--no-instructions");
    }

    private static void check(Path cluster, Path password) throws IOException {
        var versionFile = cluster.resolve("PG_VERSION");
        if (!Files.exists(versionFile)) {
            throw new StartRefusedException(
                    "%s holds no PostgreSQL data; remove it or set another banyan.data-dir.".formatted(cluster));
        }
        var version = Files.readString(versionFile).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new StartRefusedException("The data in %s was written by PostgreSQL %s, this is PostgreSQL %s."
                    .formatted(cluster, version, MAJOR_VERSION));
        }
        if (!Files.exists(password)) {
            throw new StartRefusedException("%s is missing, without which the data in %s can't be read; put it back."
                    .formatted(password, cluster));
        }
    }
}
