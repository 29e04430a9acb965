package dev.banyan.runtime.data.move;

import dev.banyan.runtime.data.DatabaseOwner;
import dev.banyan.runtime.data.embedded.DataDirectory;
import dev.banyan.runtime.data.embedded.EmbeddedServer;
import dev.banyan.runtime.security.Sealer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The two databases and the secret, as the options say them and, for what they leave out, as a shop with the same configuration would take them. */
final class MoveSettings implements AutoCloseable {
    private static final String SECRET_FILE = "secret";

    private final Environment environment;
    private final Path dataDirectory;
    private @Nullable DataDirectory directory;
    private @Nullable EmbeddedServer server;

    MoveSettings(Environment environment) {
        this.environment = environment;
        this.dataDirectory = Path.of(property("banyan.data-dir", "banyan-data"));
        if (property("banyan.move.from.url", "").isEmpty()
                && property("banyan.move.to.url", "").isEmpty()) {
            throw new MoveRefusedException(
                    "Neither --to nor --from names a database: the one that is left out is this configuration's own.");
        }
    }

    Sealer sealer() {
        var configured = property("banyan.secret", "");
        return Sealer.of(configured.isEmpty() ? kept() : configured);
    }

    /** How people get at the secret. */
    String whereSecretIs() {
        return property("banyan.secret", "").isEmpty()
                ? "the content of %s as banyan.secret".formatted(dataDirectory.resolve(SECRET_FILE))
                : "the same banyan.secret";
    }

    /** @param end {@code from} or {@code to} */
    MoveDatabase open(String end, String module) {
        var prefix = "banyan.move." + end + ".";
        var url = property(prefix + "url", "");
        if (url.isEmpty()) {
            return openOwn(end, module);
        }
        if (DatabaseOwner.namesLogin(url)) {
            throw new MoveRefusedException(
                    "--%s holds a user or a password; say --%1$s-user and --%1$s-password instead.".formatted(end));
        }
        var owner = new DatabaseOwner(url, property(prefix + "username", ""), property(prefix + "password", ""), false);
        return MoveDatabase.open(owner, owner.address(), module);
    }

    private MoveDatabase openOwn(String end, String module) {
        var url = property("spring.datasource.url", "");
        if (url.isEmpty()) {
            if (end.equals("from") && !Files.exists(dataDirectory)) {
                throw new MoveRefusedException(
                        "there is no data directory %s to move from.".formatted(dataDirectory.toAbsolutePath()));
            }
            var own = directory();
            var started = EmbeddedServer.start(own);
            server = started;
            return MoveDatabase.open(
                    DatabaseOwner.of(started, DatabaseOwner.EMBEDDED),
                    "the embedded database in " + own.path(),
                    module);
        }
        var owner = DatabaseOwner.configured(
                url, property("spring.datasource.username", ""), property("spring.datasource.password", ""));
        return MoveDatabase.open(owner, owner.address(), module);
    }

    private String kept() {
        if (!Files.exists(dataDirectory.resolve(SECRET_FILE))) {
            throw new MoveRefusedException(
                    "There is no banyan.secret, and the data directory %s keeps none: set the one that the source was set up with."
                            .formatted(dataDirectory.toAbsolutePath()));
        }
        return directory().secret(SECRET_FILE);
    }

    private DataDirectory directory() {
        if (directory == null) {
            directory = DataDirectory.open(dataDirectory);
        }
        return directory;
    }

    private String property(String name, String otherwise) {
        return environment.getProperty(name, otherwise);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (directory != null) {
            directory.close();
        }
    }
}
