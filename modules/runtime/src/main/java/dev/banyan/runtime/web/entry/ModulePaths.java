package dev.banyan.runtime.web.entry;

import dev.banyan.runtime.modules.ModuleDescriptor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;

/**
 * Whose a path is: the module's of which a path is the longest beginning of it. Whole segments count, decoded as handlers see them, and nothing else
 * is done to them: {@code ..} is a segment like any other, here and at the target.
 */
final class ModulePaths {
    private final List<Beginning> beginnings;

    ModulePaths(Collection<ModuleDescriptor> modules) {
        this.beginnings = modules.stream()
                .flatMap(module -> module.paths().stream()
                        .map(path -> new Beginning(PathContainer.parsePath(path).elements(), module)))
                .sorted(Comparator.comparingInt(
                                (Beginning beginning) -> beginning.elements().size())
                        .reversed())
                .toList();
    }

    /** Empty for what no module answers. */
    Optional<ModuleDescriptor> owner(PathContainer path) {
        return beginnings.stream()
                .filter(beginning -> beginning.isOf(path.elements()))
                .findFirst()
                .map(Beginning::module);
    }

    private record Beginning(List<Element> elements, ModuleDescriptor module) {
        boolean isOf(List<Element> path) {
            if (path.size() < elements.size()) {
                return false;
            }
            for (int i = 0; i < elements.size(); i++) {
                if (!text(elements.get(i)).equals(text(path.get(i)))) {
                    return false;
                }
            }
            return true;
        }

        private static String text(Element element) {
            return element instanceof PathSegment segment ? segment.valueToMatch() : element.value();
        }
    }
}
