package dev.banyan.runtime.modules;

import dev.banyan.runtime.StartRefusedException;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The modules of this process, and those that run elsewhere.
 *
 * @param all every module of the class path by its name
 * @param names the hosted ones
 */
public record HostedModules(SortedMap<String, ModuleDescriptor> all, SortedSet<String> names) {
    /** The profile that hosts no module: it forwards all requests. */
    public static final String GATEWAY = "gateway";

    private static final String DESCRIPTORS = "classpath*:META-INF/banyan/modules/*.properties";

    public HostedModules {
        all = Collections.unmodifiableSortedMap(new TreeMap<>(all));
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /**
     * Those that {@code banyan.modules} names; else those that a profile is named after, none in the profile {@value #GATEWAY}; else all.
     *
     * @throws StartRefusedException when {@code banyan.modules} names one that there isn't
     */
    public static HostedModules select(Environment environment) {
        var all = read();
        var named = Binder.get(environment).bind("banyan.modules", Bindable.listOf(String.class));
        if (named.isBound() && !named.get().isEmpty()) {
            return new HostedModules(all, known(named.get(), all.keySet()));
        }
        var profiles = List.of(environment.getActiveProfiles());
        var selected = new TreeSet<>(profiles);
        selected.retainAll(all.keySet());
        boolean whole = selected.isEmpty() && !profiles.contains(GATEWAY);
        return new HostedModules(all, whole ? new TreeSet<>(all.keySet()) : selected);
    }

    public boolean hosts(String module) {
        return names.contains(module);
    }

    /** The modules that run here. */
    public List<ModuleDescriptor> here() {
        return all.values().stream().filter(module -> hosts(module.name())).toList();
    }

    /** The modules that run elsewhere. */
    public List<ModuleDescriptor> others() {
        return all.values().stream().filter(module -> !hosts(module.name())).toList();
    }

    /** The module that provides {@code what}, wherever it runs. */
    public Optional<String> provider(String what) {
        return all.values().stream()
                .filter(module -> module.provides().contains(what))
                .map(ModuleDescriptor::name)
                .findFirst();
    }

    /** Their names. */
    public List<String> elsewhere() {
        return others().stream().map(ModuleDescriptor::name).toList();
    }

    /** Every module of the class path by its name. The class path is searched once: a start asks often. */
    public static SortedMap<String, ModuleDescriptor> read() {
        return OfTheClassPath.MODULES;
    }

    private static SortedSet<String> known(Collection<String> selected, Collection<String> known) {
        for (var name : selected) {
            if (!known.contains(name)) {
                throw new StartRefusedException(
                        "banyan.modules names '%s', but the modules are %s.".formatted(name, String.join(", ", known)));
            }
        }
        return new TreeSet<>(selected);
    }

    private static final class OfTheClassPath {
        static final SortedMap<String, ModuleDescriptor> MODULES = Collections.unmodifiableSortedMap(find());

        private static SortedMap<String, ModuleDescriptor> find() {
            try {
                var modules = new TreeMap<String, ModuleDescriptor>();
                for (var descriptor : new PathMatchingResourcePatternResolver().getResources(DESCRIPTORS)) {
                    var module = ModuleDescriptor.of(PropertiesLoaderUtils.loadProperties(descriptor));
                    modules.put(module.name(), module);
                }
                return modules;
            } catch (IOException unreadable) {
                throw new IllegalStateException("The modules' descriptors can't be read", unreadable);
            }
        }
    }
}
