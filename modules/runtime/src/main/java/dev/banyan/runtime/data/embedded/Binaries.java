package dev.banyan.runtime.data.embedded;

import dev.banyan.runtime.StartRefusedException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs, unpacked once per version and machine user. */
final class Binaries {

    private static final Logger log = LoggerFactory.getLogger(Binaries.class);

    private Binaries() {}

    /** Where the programs are, unpacked now if they never were. Any number of processes may ask at once. */
    static Path directory(Path fallbackCache) {
        var archive = find(Platform.current());
        try {
            return unpackedOnce(archive, cache(fallbackCache));
        } catch (IOException failure) {
            throw new StartRefusedException(
                    "PostgreSQL can't be unpacked (%s); free some space or set spring.datasource.url."
                            .formatted(failure.getMessage()),
                    failure);
        }
    }

    private static URL find(Platform platform) {
        return platform.archives().stream()
                .map(Binaries.class.getClassLoader()::getResource)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new StartRefusedException(
                        "This jar has no PostgreSQL for %s; set spring.datasource.url, spring.datasource.username and spring.datasource.password to use a server."
                                .formatted(platform)));
    }

    private static synchronized Path unpackedOnce(URL archive, Path cache) throws IOException {
        var target = cache.resolve("postgresql-" + fingerprint(archive));
        if (Files.isDirectory(target)) {
            return target;
        }
        try (var channel = FileChannel.open(
                        cache.resolve(target.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!Files.isDirectory(target)) {
                unpack(archive, target);
            }
        }
        return target;
    }

    private static void unpack(URL archive, Path target) throws IOException {
        log.info("Unpacking PostgreSQL to {} (once)", target);
        var unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        TarXz.unpack(archive, unfinished);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Tells versions apart by what the jar's directory says of the archive, without reading the archive itself. */
    private static String fingerprint(URL archive) throws IOException {
        var connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc())
                    + Long.toHexString(jar.getJarEntry().getSize());
        }
        return Long.toHexString(connection.getLastModified()) + Long.toHexString(connection.getContentLengthLong());
    }

    private static Path cache(Path fallback) throws IOException {
        var cache = CacheDirectory.ofUser();
        try {
            PrivateFiles.createDirectories(cache);
            if (Files.isWritable(cache)) {
                return cache;
            }
        } catch (IOException unwritable) {
            log.debug("No cache in {}", cache, unwritable);
        }
        PrivateFiles.createDirectories(fallback);
        return fallback;
    }
}
