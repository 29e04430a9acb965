package dev.banyan.runtime.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which instances on a database host a module. */
public final class HostingInstances {
    private HostingInstances() {}

    /** Begins the lease of {@code instance}, before it does anything for its modules. */
    static void announce(Connection connection, Instance instance, Collection<String> modules, Duration lease)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO runtime.instances (id, name, modules, lease_until)
                VALUES (?, ?, ?, clock_timestamp() + ? * interval '1 ms')
                """)) {
            insert.setObject(1, instance.id());
            insert.setString(2, instance.name());
            insert.setArray(3, connection.createArrayOf("text", modules.toArray()));
            insert.setLong(4, lease.toMillis());
            insert.executeUpdate();
        }
    }

    /** The names of those that may be at work for {@code module}: their lease lasts, or they have a connection. */
    public static List<String> of(Connection connection, String module) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT name FROM runtime.instances i
                 WHERE (modules IS NULL OR ? = ANY (modules))
                   AND (lease_until > clock_timestamp()
                        OR EXISTS (SELECT FROM pg_stat_activity a
                                    WHERE a.datname = current_database() AND a.application_name = i.name))
                 ORDER BY name
                """)) {
            select.setString(1, module);
            var names = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }
}
