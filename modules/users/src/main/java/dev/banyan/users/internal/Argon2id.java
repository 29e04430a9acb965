package dev.banyan.users.internal;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB, two passes and one lane (OWASP's parameters), a random salt for each hash, in the PHC string
 * format. Passwords are compared in Unicode's form NFKC (NIST SP 800-63B), so that one typed on another keyboard
 * matches; each of their characters counts. A hash carries its parameters: older ones still verify after a change.
 */
@Component
class Argon2id {
    private static final Argon2Function FUNCTION = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;

    String hash(String password) {
        return Password.hash(normalized(password))
                .addRandomSalt(SALT_BYTES)
                .with(FUNCTION)
                .getResult();
    }

    boolean matches(String password, String hash) {
        return Password.check(normalized(password), hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    private static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
