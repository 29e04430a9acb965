package dev.banyan.runtime.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.banyan.runtime.modules.ModuleName;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The roles of one database: {@code <database>_<module>} touches the module's schema alone, {@code <database>_app} logs in and may only switch. */
record DatabaseRoles(String database) {
    String login() {
        return database + "_app";
    }

    String of(String module) {
        return database + "_" + module;
    }

    String runtime() {
        return of(ModuleName.RUNTIME);
    }

    /** An SQL identifier, quoted. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The login's password: derived from the owner's, so that every process on this database arrives at the same one. */
    String loginPassword(String ownerPassword) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("banyan:" + ownerPassword).getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(login().getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
