package dev.banyan.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A category's place in the tree: {@code kitchen/teapots}. */
record CategoryPath(String value) {
    static final int MAX_DEPTH = 5;

    /** The paths from the top down to this one. */
    List<CategoryPath> line() {
        var line = new ArrayList<CategoryPath>();
        for (int slash = value.indexOf('/'); slash >= 0; slash = value.indexOf('/', slash + 1)) {
            line.add(new CategoryPath(value.substring(0, slash)));
        }
        line.add(this);
        return List.copyOf(line);
    }

    /** Null at the top. */
    @Nullable
    String parent() {
        int slash = value.lastIndexOf('/');
        return slash < 0 ? null : value.substring(0, slash);
    }

    String slug() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** What people read: {@code home-office} becomes {@code Home office}. */
    String name() {
        var words = slug().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
