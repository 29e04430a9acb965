package dev.banyan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build wrote down. */
final class Version {

    private Version() {}

    static String current() {
        try (var info = Version.class.getResourceAsStream("/META-INF/build-info.properties")) {
            var properties = new Properties();
            if (info != null) {
                properties.load(info);
            }
            return properties.getProperty("build.version", "(unknown version)");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
