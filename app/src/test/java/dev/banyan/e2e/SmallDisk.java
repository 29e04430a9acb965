package dev.banyan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A file system of its own with little room; only root on Linux can make one. */
final class SmallDisk implements AutoCloseable {
    static final String NEED = "needs root on Linux, to mount a tmpfs for the shop's data";

    private static final byte[] BLOCK = new byte[64 * 1024];

    private final Path root;
    private final Path ballast;

    private SmallDisk(Path root) {
        this.root = root;
        this.ballast = root.resolve("ballast");
    }

    /** Whether one can be made here, tried at {@code directory}. */
    static boolean isPossible(Path directory) throws IOException, InterruptedException {
        if (run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", directory.toString()) != 0) {
            return false;
        }
        return run("umount", directory.toString()) == 0;
    }

    /** Mounts one of {@code megabytes} at {@code directory}. */
    static SmallDisk at(Path directory, int megabytes) throws IOException, InterruptedException {
        var options = "size=%dm,mode=700".formatted(megabytes);
        assertThat(run("mount", "-t", "tmpfs", "-o", options, "tmpfs", directory.toString()))
                .isZero();
        return new SmallDisk(directory);
    }

    Path path() {
        return root;
    }

    /** Leaves no room but {@code bytes}. */
    void fillUpTo(int bytes) throws IOException {
        try (var file = Files.newOutputStream(ballast)) {
            while (true) {
                file.write(BLOCK);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
        try (var file = FileChannel.open(ballast, StandardOpenOption.WRITE)) {
            file.truncate(file.size() - bytes);
        }
    }

    /** Gives back what {@link #fillUpTo} took. */
    void free() throws IOException {
        Files.delete(ballast);
    }

    @Override
    public void close() throws IOException {
        try {
            assertThat(run("umount", "--lazy", root.toString())).isZero();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noSuchCommand) {
            return -1;
        }
        return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }
}
