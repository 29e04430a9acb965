package dev.banyan.runtime.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.banyan.runtime.StartRefusedException;
import java.util.Collection;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** A Flyway for each module: its scripts in {@code db/migration/<module>}, its history in its own schema, so that the schema can move with the module. */
final class ModuleMigrations {
    static final String HISTORY = "flyway_schema_history";

    private static final String NEWEST = "latest";

    private final DatabaseOwner owner;
    private final Map<String, String> versions;

    /** @param versions by module, the last migration to run; every one of a module that isn't named */
    ModuleMigrations(DatabaseOwner owner, Map<String, String> versions) {
        this.owner = owner;
        this.versions = versions;
    }

    /** Migrates one after the other. They share their connections: each new one costs a password exchange, slow while the JVM is cold. */
    void migrate(Collection<String> modules) {
        try (var connections = new HikariDataSource(asOwner())) {
            modules.forEach(module -> migrate(module, connections));
        }
    }

    private HikariConfig asOwner() {
        var config = new HikariConfig();
        config.setPoolName("migrations");
        config.setJdbcUrl(owner.url());
        config.setUsername(owner.user());
        config.setPassword(owner.password());
        config.setMinimumIdle(0);
        return config;
    }

    private void migrate(String module, DataSource connections) {
        try {
            Flyway.configure()
                    .dataSource(connections)
                    .schemas(module)
                    .defaultSchema(module)
                    .table(HISTORY)
                    .locations("classpath:db/migration/" + module)
                    .target(versions.getOrDefault(module, NEWEST))
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new StartRefusedException(
                    "The schema %s can't be migrated: %s"
                            .formatted(
                                    module,
                                    owner.withoutParameters(failure.getMessage())
                                            .replaceAll("\\s+", " ")),
                    failure);
        }
    }
}
