package dev.banyan.runtime.modules;

import java.util.Arrays;
import java.util.Collections;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a module's artifact says about itself in {@code META-INF/banyan/modules/<name>.properties}, so that every process knows every module
 * without loading its classes. Tests compare it with the code.
 *
 * @param api the class name of the interface that other modules call; null when there is none
 * @param paths what the URLs of its public calls begin with
 * @param listens the modules whose events it handles, itself left out
 * @param provides what the runtime of every process needs of it, such as {@value #CREDENTIALS}
 */
public record ModuleDescriptor(
        String name,
        @Nullable String api,
        SortedSet<String> paths,
        SortedSet<String> listens,
        SortedSet<String> provides) {
    /** What access tokens and API keys are checked with. */
    public static final String CREDENTIALS = "credentials";

    public ModuleDescriptor {
        paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
        listens = Collections.unmodifiableSortedSet(new TreeSet<>(listens));
        provides = Collections.unmodifiableSortedSet(new TreeSet<>(provides));
    }

    static ModuleDescriptor of(Properties properties) {
        return new ModuleDescriptor(
                properties.getProperty("name"),
                properties.getProperty("api"),
                words(properties, "paths"),
                words(properties, "listens"),
                words(properties, "provides"));
    }

    private static SortedSet<String> words(Properties properties, String key) {
        var words = new TreeSet<String>();
        Arrays.stream(properties.getProperty(key, "").split(","))
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        return words;
    }
}
