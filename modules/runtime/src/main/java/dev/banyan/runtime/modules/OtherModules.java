package dev.banyan.runtime.modules;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps what belongs to a module that runs elsewhere out of the component scan: its beans don't exist here. */
final class OtherModules extends TypeExcludeFilter {
    private final HostedModules modules;

    OtherModules(HostedModules modules) {
        this.modules = modules;
    }

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory readers) {
        var module = ModuleName.ofQualified(type.getClassMetadata().getClassName());
        return modules.all().containsKey(module) && !modules.hosts(module);
    }

    /** Test contexts are cached by their filters. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OtherModules that && modules.equals(that.modules);
    }

    @Override
    public int hashCode() {
        return modules.hashCode();
    }
}
