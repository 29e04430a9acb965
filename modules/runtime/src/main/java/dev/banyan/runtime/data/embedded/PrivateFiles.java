package dev.banyan.runtime.data.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Files and directories for the eyes of their owner alone, where the file system knows owners. */
public final class PrivateFiles {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    static void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, only("rwx------"));
        }
    }

    /** The content of {@code file}; 256 random bits if there is none yet. A crash leaves either all of it or nothing. */
    static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bits = new byte[32];
            new SecureRandom().nextBytes(bits);
            create(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
        }
        return Files.readString(file).strip();
    }

    /** Makes {@code file}, in the place of one that is there. A crash leaves either all of it or nothing new. */
    public static void create(Path file, String content) throws IOException {
        var made = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".new", only("rw-------"));
        write(made, content);
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** On the disk when it returns: a name must not become visible before its content. */
    private static void write(Path file, String content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = StandardCharsets.US_ASCII.encode(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] only(String rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
