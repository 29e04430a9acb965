package dev.banyan.runtime.data.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.banyan.runtime.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    @TempDir
    Path temporary;

    @Test
    void isMadeForItsOwnerAlone() throws IOException {
        try (var directory = DataDirectory.open(temporary.resolve("a/b"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void refusesSecondHolderAndNamesTheFirst() {
        try (var _ = DataDirectory.open(temporary)) {
            assertThatExceptionOfType(StartRefusedException.class)
                    .isThrownBy(() -> DataDirectory.open(temporary))
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .withMessageContaining(temporary.toString());
        }
    }

    @Test
    void canBeTakenAgainAfterItWasClosed() {
        DataDirectory.open(temporary).close();
        DataDirectory.open(temporary).close();
    }

    @Test
    void refusesFileInTheWay() throws IOException {
        var file = Files.createFile(temporary.resolve("banyan-data"));
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> DataDirectory.open(file))
                .withMessage(
                        "The data directory %s is a file; remove it or set another banyan.data-dir.".formatted(file));
    }

    @Test
    void refusesDirectoryThatCannotBeMade() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> DataDirectory.open(file.resolve("banyan-data")))
                .withMessageStartingWith(
                        "The data directory %s can't be written by user ".formatted(file.resolve("banyan-data")));
    }

    @Test
    void keepsSecretForItsOwnerAlone() throws IOException {
        try (var directory = DataDirectory.open(temporary)) {
            var secret = directory.secret("key");
            assertThat(directory.secret("key")).isEqualTo(secret).hasSize(43);
            assertThat(directory.secret("another")).isNotEqualTo(secret);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("key"))))
                    .isEqualTo("rw-------");
        }
    }
}
