package dev.banyan.catalog.internal;

import dev.banyan.kernel.ModuleException;
import java.util.Map;

/** Another product, on sale or archived, has this slug. */
final class SlugTakenException extends ModuleException {
    SlugTakenException(String slug) {
        super(Kind.CONFLICT, "catalog.slug-taken", "Another product has the slug " + slug, Map.of("slug", slug));
    }
}
