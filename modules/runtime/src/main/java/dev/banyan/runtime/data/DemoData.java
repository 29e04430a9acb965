package dev.banyan.runtime.data;

import org.jspecify.annotations.Nullable;

/** Whether modules fill their empty tables with a demonstration: {@code banyan.demo}, else only in an embedded database. */
public final class DemoData {
    private final boolean wanted;

    public DemoData(DatabaseInfo database, @Nullable Boolean configured) {
        this.wanted = configured != null ? configured : database.embedded();
    }

    public boolean wanted() {
        return wanted;
    }
}
