package dev.banyan.users.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.UUID;

/** Reads accounts out of result sets. */
final class AccountRows {
    /** The columns that {@link #read} needs, of a table or alias {@code a}. */
    static final String COLUMNS = "a.id, a.email, a.name, a.phone, a.roles, a.password_hash, a.version, a.created_at";

    private AccountRows() {}

    static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                row.getString("phone"),
                roles(row),
                row.getString("password_hash"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static SortedSet<Role> roles(ResultSet row) throws SQLException {
        return Role.ofLabels(Arrays.asList((String[]) row.getArray("roles").getArray()));
    }
}
