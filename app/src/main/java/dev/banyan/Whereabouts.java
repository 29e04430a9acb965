package dev.banyan;

import dev.banyan.runtime.StartNotice.Line;
import dev.banyan.runtime.data.embedded.DataDirectory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the data is. */
@Component
class Whereabouts {

    private final DataDirectory directory;
    private final Environment environment;

    Whereabouts(DataDirectory directory, Environment environment) {
        this.directory = directory;
        this.environment = environment;
    }

    Line ofData() {
        var url = environment.getProperty("spring.datasource.url");
        return url == null
                ? new Line("Data", directory.path().toString())
                : new Line("Database", withoutParameters(url));
    }

    /** Parameters may hold a password. */
    private static String withoutParameters(String url) {
        return url.replaceFirst("\\?.*", "");
    }
}
