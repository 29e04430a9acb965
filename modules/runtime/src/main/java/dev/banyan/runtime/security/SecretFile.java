package dev.banyan.runtime.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A random secret that is made once per data directory and readable to its owner alone. */
final class SecretFile {
    private final Path file;

    SecretFile(Path directory) {
        this.file = directory.resolve("secret");
    }

    /** Two processes that start at once agree on one secret: it appears whole or not at all. */
    String readOrCreate() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("The secret %s can't be read or written".formatted(file), failure);
        }
    }

    private void create() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".secret", "", ownerOnly());
        try {
            Files.writeString(draft, SecretToken.next());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // whoever was first decides
        } finally {
            Files.delete(draft);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
