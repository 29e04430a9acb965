package dev.banyan.catalog.internal;

import java.util.List;

/**
 * A category and what is under it.
 *
 * @param path what lists filter by, such as {@code kitchen/teapots}
 */
record CategoryView(String slug, String name, String path, List<CategoryView> children) {}
