package dev.banyan.runtime.security;

import dev.banyan.runtime.StartRefusedException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Refuses to start with another secret than the database was set up with: what was sealed with that one couldn't be opened, and tokens
 * derived from it would be nobody's.
 */
public final class SecretCheck {
    private static final String PURPOSE = "secret check";
    private static final byte[] VALUE = "banyan".getBytes(StandardCharsets.US_ASCII);

    private SecretCheck() {}

    /**
     * Opens what the first start has sealed; of several first starts at once, one decides.
     *
     * @param connection the owner's, after the runtime's migrations
     * @throws StartRefusedException when {@code sealer} has another secret
     */
    public static void verify(Sealer sealer, Connection connection) throws SQLException {
        keepFirst(connection, sealer.seal(PURPOSE, VALUE));
        try {
            sealer.open(PURPOSE, kept(connection));
        } catch (IllegalStateException otherSecret) {
            throw new StartRefusedException(
                    "This database was set up with another banyan.secret; set that one, or put back the file 'secret'"
                            + " of the data directory that it was set up with.",
                    otherSecret);
        }
    }

    private static void keepFirst(Connection connection, byte[] sealed) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO runtime.secret_check (sealed) VALUES (?) ON CONFLICT DO NOTHING")) {
            insert.setBytes(1, sealed);
            insert.executeUpdate();
        }
    }

    private static byte[] kept(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT sealed FROM runtime.secret_check");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getBytes(1);
        }
    }
}
