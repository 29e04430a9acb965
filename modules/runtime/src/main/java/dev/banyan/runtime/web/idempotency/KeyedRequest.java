package dev.banyan.runtime.web.idempotency;

import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.SecretToken;
import dev.banyan.runtime.web.Idempotent;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.edge.BufferedBody;
import dev.banyan.runtime.web.edge.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that its key, its caller and its path make recognisable.
 *
 * @param id SHA-256 of those, in hex
 * @param body SHA-256 of its body, in hex
 */
record KeyedRequest(String id, String body) {
    private static final Pattern FORM = Pattern.compile("[ -~]{1,255}");

    /** Empty when nobody stands behind the key: then it is ignored. */
    static Optional<KeyedRequest> of(HttpServletRequest request, Caller caller, Idempotent rule) {
        var owner = owner(request, caller, rule);
        if (owner == null) {
            return Optional.empty();
        }
        var id = String.join("\n", owner, request.getMethod(), request.getRequestURI(), key(request));
        return Optional.of(
                new KeyedRequest(sha256(id.getBytes(StandardCharsets.UTF_8)), sha256(BufferedBody.of(request))));
    }

    private static String key(HttpServletRequest request) {
        var sent = Collections.list(request.getHeaders(IdempotencyKey.HEADER));
        if (sent.size() != 1 || !FORM.matcher(sent.getFirst()).matches()) {
            throw InvalidRequestException.field(
                    IdempotencyKey.HEADER, "invalid", "is one value of 1 to 255 printable ASCII characters");
        }
        return sent.getFirst();
    }

    private static @Nullable String owner(HttpServletRequest request, Caller caller, Idempotent rule) {
        if (caller.id() != null) {
            return caller.name();
        }
        var token = rule.guestToken().isEmpty() ? null : request.getHeader(rule.guestToken());
        return token == null || token.isEmpty() ? null : "guest:" + SecretToken.hash(token);
    }

    private static String sha256(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
