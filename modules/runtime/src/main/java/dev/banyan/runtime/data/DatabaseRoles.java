package dev.banyan.runtime.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.banyan.runtime.modules.ModuleName;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The roles of one database: {@code <database>_<module>} touches the module's schema alone, {@code <database>_app} logs in and may only switch.
 *
 * @param secret what the login's password is derived from
 */
public record DatabaseRoles(String database, String secret) {
    String login() {
        return database + "_app";
    }

    /** The role of a module. */
    public String of(String module) {
        return database + "_" + module;
    }

    String runtime() {
        return of(ModuleName.RUNTIME);
    }

    /** An SQL identifier, quoted. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The login's password: the same in every process that has the same secret. */
    String loginPassword() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("banyan:" + secret).getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(login().getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "DatabaseRoles[database=%s]".formatted(database);
    }
}
