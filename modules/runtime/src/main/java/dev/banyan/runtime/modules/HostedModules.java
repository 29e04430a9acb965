package dev.banyan.runtime.modules;

import dev.banyan.runtime.StartRefusedException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The modules of this process. Each module's artifact names itself in {@value #DESCRIPTOR}, so that nothing has to be
 * scanned at start.
 *
 * @param names the hosted modules' names, sorted
 */
public record HostedModules(SortedSet<String> names) {
    private static final String DESCRIPTOR = "META-INF/banyan/module.properties";

    /**
     * All modules of the class path.
     *
     * @throws StartRefusedException when {@code selected} names others, or only some: they can't be split yet
     */
    public static HostedModules select(Collection<String> selected) {
        var known = known();
        if (selected.isEmpty()) {
            return new HostedModules(known);
        }
        for (var name : selected) {
            if (!known.contains(name)) {
                throw new StartRefusedException(
                        "banyan.modules names '%s', but the modules are %s.".formatted(name, String.join(", ", known)));
            }
        }
        if (!selected.containsAll(known)) {
            throw new StartRefusedException(
                    "banyan.modules names %s alone, but the modules run together so far: leave it out."
                            .formatted(String.join(", ", selected)));
        }
        return new HostedModules(known);
    }

    private static SortedSet<String> known() {
        try {
            var known = new TreeSet<String>();
            for (Resource descriptor :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + DESCRIPTOR)) {
                var names = PropertiesLoaderUtils.loadProperties(descriptor).getProperty("name");
                known.addAll(List.of(names.split(",")));
            }
            return known;
        } catch (IOException unreadable) {
            throw new IllegalStateException("The modules' descriptors can't be read", unreadable);
        }
    }
}
