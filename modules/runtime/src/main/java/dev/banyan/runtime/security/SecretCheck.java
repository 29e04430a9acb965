package dev.banyan.runtime.security;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.data.DatabaseOwner;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Refuses to start with another secret than the database was set up with: what was sealed with that one couldn't be opened, and tokens
 * derived from it would be nobody's.
 */
final class SecretCheck {
    private static final String PURPOSE = "secret check";
    private static final byte[] VALUE = "banyan".getBytes(StandardCharsets.US_ASCII);

    private SecretCheck() {}

    /** {@code sealer}, once it has opened what the first start has sealed. Of several first starts at once, one decides. */
    static Sealer verified(Sealer sealer, DatabaseOwner owner) {
        try (var connection = owner.connect()) {
            keepFirst(connection, sealer.seal(PURPOSE, VALUE));
            sealer.open(PURPOSE, kept(connection));
            return sealer;
        } catch (SQLException failure) {
            throw new StartRefusedException("The secret can't be checked: " + failure.getMessage(), failure);
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
