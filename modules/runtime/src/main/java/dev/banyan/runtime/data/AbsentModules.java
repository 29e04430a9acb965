package dev.banyan.runtime.data;

import dev.banyan.runtime.StartRefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** The modules whose data is in another database, or on the way between two. */
final class AbsentModules {
    private AbsentModules() {}

    /**
     * Finds nothing wrong where nothing was ever moved.
     *
     * @throws StartRefusedException when one of {@code modules} can't be hosted on this database
     */
    static void refuse(Connection connection, Collection<String> modules) throws SQLException {
        if (!hasMoves(connection)) {
            return;
        }
        try (var select = connection.prepareStatement(
                "SELECT module, state, address FROM runtime.moves WHERE module = ANY (?) AND state <> 'ARRIVED' ORDER BY module")) {
            select.setArray(1, connection.createArrayOf("text", modules.toArray()));
            try (var rows = select.executeQuery()) {
                if (rows.next()) {
                    throw new StartRefusedException(sentence(rows.getString("state"))
                            .formatted(rows.getString("module"), rows.getString("address")));
                }
            }
        }
    }

    private static boolean hasMoves(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT to_regclass('runtime.moves') IS NOT NULL")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static String sentence(String state) {
        return switch (state) {
            case "LEFT" -> "The module '%s' has moved to %s; leave it out of banyan.modules here, or move it back.";
            case "LEAVING" ->
                "The module '%s' is moving to %s; wait until that is done or, when it was broken off, do the same again or move it back.";
            default ->
                "The module '%s' is moving here from %s; wait until that is done or, when it was broken off, do the same again or move it back.";
        };
    }
}
