package dev.banyan.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import dev.banyan.runtime.StartRefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceKeyFilesTests {
    @TempDir
    Path directory;

    @Test
    void makesAPrivateKeyEachAndOneFileOfPublicOnes() throws Exception {
        ServiceKeyFiles.create(directory, List.of("orders", "trunk"));
        assertThat(directory).isDirectoryContaining("glob:**/orders.json").isDirectoryContaining("glob:**/trunk.json");
        var trusted = Files.readString(directory.resolve("trusted.json"));
        assertThat(trusted).contains("orders", "trunk").doesNotContain("\"d\"");
        assertThat(ServiceKeyFiles.trusted(directory.resolve("trusted.json")).getKeys())
                .extracting(JWK::getKeyID)
                .containsExactly("orders", "trunk");
        assertThat(Files.getPosixFilePermissions(directory.resolve("orders.json")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void keepsWhatIsThereAndAddsWhatIsMissing() throws Exception {
        ServiceKeyFiles.create(directory, List.of("orders"));
        var before = Files.readString(directory.resolve("orders.json"));
        ServiceKeyFiles.create(directory, List.of("trunk", "orders"));
        ServiceKeyFiles.create(directory, List.of("trunk", "orders"));
        assertThat(directory.resolve("orders.json")).hasContent(before);
        assertThat(ServiceKeyFiles.trusted(directory.resolve("trusted.json")).getKeys())
                .extracting(JWK::getKeyID)
                .containsExactly("orders", "trunk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trusted", "../orders", "", "a b", "."})
    void refusesNamesThatAreNoFileNames(String process) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceKeyFiles.create(directory, List.of(process)));
    }

    @Test
    void tellsOfAFileThatIsNoKey() throws Exception {
        var file = Files.writeString(directory.resolve("orders.json"), "{}");
        assertThatThrownBy(() -> ServiceKeyFiles.readOrCreate(file, "orders"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("service-keys");
        assertThatThrownBy(() -> ServiceKeyFiles.trusted(directory.resolve("nothing.json")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("service-keys");
    }
}
