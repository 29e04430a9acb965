package dev.banyan.users.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.banyan.runtime.security.Sealer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Lets rows be counted per person and network address without keeping either: HMAC under a key that the database doesn't hold. */
@Component
class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    KeyedHash(Sealer sealer) {
        this.key = new SecretKeySpec(sealer.derive("users.keyed-hash"), ALGORITHM);
    }

    String of(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
