package dev.banyan.payments.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.banyan.payments.spi.WebhookRejectedException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Proves who sent a webhook: {@code t=<unix seconds>,v1=<HMAC-SHA256(secret, t + "." + body) in lower-case hex>}. Several
 * {@code v1} are allowed, so that the secret can change; other schemes are ignored.
 */
final class Signature {
    static final String HEADER = "Banyan-Signature";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int LONGEST_HEADER = 4096;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;
    private final Clock clock;

    Signature(String secret, Clock clock) {
        this.secret = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
        this.clock = clock;
    }

    String sign(byte[] body) {
        long now = clock.instant().getEpochSecond();
        return "t=%d,v1=%s".formatted(now, hmac(Long.toString(now), body));
    }

    void verify(@Nullable String header, byte[] body) {
        if (header == null || header.length() > LONGEST_HEADER) {
            throw new WebhookRejectedException("There is no signature");
        }
        var time = "";
        var candidates = new ArrayList<String>();
        for (var part : header.split(",", -1)) {
            var text = part.strip();
            if (text.startsWith("t=")) {
                time = text.substring(2);
            } else if (text.startsWith("v1=")) {
                candidates.add(text.substring(3));
            }
        }
        requireRecent(time);
        requireMatch(candidates, hmac(time, body));
    }

    private void requireRecent(String time) {
        try {
            long difference = Math.subtractExact(clock.instant().getEpochSecond(), Long.parseLong(time));
            if (Math.abs(difference) > TOLERANCE.toSeconds()) {
                throw new WebhookRejectedException("The signature is too old");
            }
        } catch (ArithmeticException | NumberFormatException notATime) {
            throw new WebhookRejectedException("The signature has no time");
        }
    }

    /** Compares with each candidate in full: how long it takes tells nothing. */
    private static void requireMatch(List<String> candidates, String expected) {
        boolean matched = false;
        for (var candidate : candidates) {
            matched |= MessageDigest.isEqual(candidate.getBytes(UTF_8), expected.getBytes(UTF_8));
        }
        if (!matched) {
            throw new WebhookRejectedException("The signature is wrong");
        }
    }

    private String hmac(String time, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((time + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
