package dev.banyan.runtime.data.embedded;

import dev.banyan.runtime.StartRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which one Banyan keeps its data ({@code banyan.data-dir}). Whoever holds it is alone on it until {@link #close()} or the
 * end of the process, however that ends.
 */
public final class DataDirectory implements AutoCloseable {

    private static final long BEYOND_THE_CONTENT = Long.MAX_VALUE - 1;

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes {@code path}, made readable by its owner alone if it doesn't exist yet.
     *
     * @throws StartRefusedException when it can't be written or another process holds it
     */
    public static DataDirectory open(Path path) {
        try {
            PrivateFiles.createDirectories(path.toAbsolutePath());
            var directory = path.toRealPath();
            return new DataDirectory(directory, lock(directory));
        } catch (IOException failure) {
            throw unwritable(path.toAbsolutePath().normalize(), failure);
        }
    }

    /** The directory without symbolic links. */
    public Path path() {
        return path;
    }

    /** The random secret called {@code name}: made at first use, then the same for the life of the directory. Only the owner can read it. */
    public String secret(String name) {
        try {
            return PrivateFiles.secret(path.resolve(name));
        } catch (IOException failure) {
            throw unwritable(path, failure);
        }
    }

    /** Lets another process take the directory. Repeatable. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        var channel = FileChannel.open(
                directory.resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                throw inUse(directory, channel);
            }
            channel.truncate(0)
                    .write(
                            StandardCharsets.US_ASCII.encode(
                                    Long.toString(ProcessHandle.current().pid())),
                            0);
            return channel;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(BEYOND_THE_CONTENT, 1, false);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static StartRefusedException inUse(Path directory, FileChannel channel) throws IOException {
        var holder = ByteBuffer.allocate(20);
        channel.read(holder, 0);
        return new StartRefusedException(
                "Another Banyan (process %s) is running on the data directory %s; stop it or set another banyan.data-dir."
                        .formatted(StandardCharsets.US_ASCII.decode(holder.flip()), directory));
    }

    private static StartRefusedException unwritable(Path path, IOException failure) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            return new StartRefusedException(
                    "The data directory %s is a file; remove it or set another banyan.data-dir.".formatted(path),
                    failure);
        }
        return new StartRefusedException(
                "The data directory %s can't be written by user %s (%s); change its rights or set another banyan.data-dir."
                        .formatted(path, System.getProperty("user.name"), reason(failure)),
                failure);
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> failure.getClass().getSimpleName();
        };
    }
}
