package dev.banyan;

import dev.banyan.runtime.StartNotice.Line;
import dev.banyan.runtime.data.DatabaseInfo;
import dev.banyan.runtime.data.embedded.DataDirectory;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where the data is. */
@Component
class Whereabouts {

    private final ObjectProvider<DataDirectory> directory;
    private final ObjectProvider<DatabaseInfo> database;

    Whereabouts(ObjectProvider<DataDirectory> directory, ObjectProvider<DatabaseInfo> database) {
        this.directory = directory;
        this.database = database;
    }

    /** Empty for a process that keeps none. */
    Optional<Line> ofData() {
        return Optional.ofNullable(database.getIfAvailable())
                .map(present -> present.embedded()
                        ? new Line("Data", directory.getObject().path().toString())
                        : new Line("Database", present.address()));
    }
}
