package dev.banyan.users.internal;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB, two passes and one lane (OWASP's parameters), a random salt for each hash, in the PHC string
 * format. Passwords are compared in Unicode's form NFKC (NIST SP 800-63B), so that one typed on another keyboard
 * matches; each of their characters counts. A hash carries its parameters: older ones still verify after a change.
 */
@Component
class Argon2id {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Argon2Function FUNCTION =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

    String hash(String password) {
        return Password.hash(normalized(password))
                .addRandomSalt(SALT_BYTES)
                .with(FUNCTION)
                .getResult();
    }

    /** Takes as long to compare with as a password's hash, and no password is known that matches it. Made without hashing. */
    String hashOfNothing() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIB, PASSES, LANES, random(SALT_BYTES), random(HASH_BYTES));
    }

    boolean matches(String password, String hash) {
        return Password.check(normalized(password), hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    private static String random(int bytes) {
        var value = new byte[bytes];
        new SecureRandom().nextBytes(value);
        return Base64.getEncoder().withoutPadding().encodeToString(value);
    }

    private static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
