package dev.banyan.runtime.data.embedded;

import io.zonky.test.db.postgres.util.ArchUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The machine as the archives of PostgreSQL name it. */
record Platform(String system, String architecture, boolean musl) {

    static Platform current() {
        return new Platform(
                system(System.getProperty("os.name")),
                ArchUtils.normalize(System.getProperty("os.arch")),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    boolean isWindows() {
        return system.equals("windows");
    }

    /** The archives that fit, the best first. */
    List<String> archives() {
        var plain = "postgres-%s-%s.txz".formatted(system, architecture);
        var alpine = "postgres-%s-%s-alpine_linux.txz".formatted(system, architecture);
        var emulated = "postgres-%s-x86_64.txz".formatted(system);
        return Stream.of(musl ? alpine : plain, system.equals("linux") ? plain : emulated)
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return system + " " + architecture;
    }

    private static String system(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("windows") ? "windows" : lower.startsWith("mac") ? "darwin" : lower;
    }
}
