package dev.banyan.runtime.data;

import dev.banyan.runtime.StartRefusedException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** A Flyway for each module: its scripts in {@code db/migration/<module>}, its history in its own schema, so that the schema can move with the module. */
final class ModuleMigrations {
    static final String HISTORY = "flyway_schema_history";

    private final DatabaseOwner owner;

    ModuleMigrations(DatabaseOwner owner) {
        this.owner = owner;
    }

    void migrate(String module) {
        try {
            Flyway.configure()
                    .dataSource(owner.url(), owner.user(), owner.password())
                    .schemas(module)
                    .defaultSchema(module)
                    .table(HISTORY)
                    .locations("classpath:db/migration/" + module)
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
