package dev.banyan;

import dev.banyan.runtime.StartNotice.Line;
import dev.banyan.runtime.data.DatabaseInfo;
import dev.banyan.runtime.data.embedded.DataDirectory;
import org.springframework.stereotype.Component;

/** Where the data is. */
@Component
class Whereabouts {

    private final DataDirectory directory;
    private final DatabaseInfo database;

    Whereabouts(DataDirectory directory, DatabaseInfo database) {
        this.directory = directory;
        this.database = database;
    }

    Line ofData() {
        return database.embedded()
                ? new Line("Data", directory.path().toString())
                : new Line("Database", database.address());
    }
}
