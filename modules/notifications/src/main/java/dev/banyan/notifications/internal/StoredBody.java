package dev.banyan.notifications.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A body as the table holds it: plain, sealed, or gone. */
record StoredBody(
        @Nullable String text,
        @Nullable String html,
        @Nullable String sealed) {
    static StoredBody of(ResultSet row) throws SQLException {
        return new StoredBody(row.getString("body_text"), row.getString("body_html"), row.getString("body_sealed"));
    }

    @Override
    public String toString() {
        return "StoredBody[…]";
    }
}
