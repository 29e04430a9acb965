package dev.banyan.users.internal;

import dev.banyan.runtime.security.SecretToken;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A refresh token's two secrets of 256 bits: one that all tokens of a family share, one of this generation. A token with
 * the family's secret and another generation's was valid once, so somebody copied it.
 */
record RefreshToken(String family, String generation) {
    private static final Pattern FORM = Pattern.compile("([\\w-]{43})\\.([\\w-]{43})");

    static RefreshToken next() {
        return new RefreshToken(SecretToken.next(), SecretToken.next());
    }

    static Optional<RefreshToken> parse(String text) {
        return Optional.of(FORM.matcher(text))
                .filter(Matcher::matches)
                .map(match -> new RefreshToken(match.group(1), match.group(2)));
    }

    RefreshToken rotated() {
        return new RefreshToken(family, SecretToken.next());
    }

    String text() {
        return family + "." + generation;
    }

    String familyHash() {
        return SecretToken.hash(family);
    }

    String generationHash() {
        return SecretToken.hash(generation);
    }

    @Override
    public String toString() {
        return "RefreshToken[]";
    }
}
