package dev.banyan.runtime.security;

import dev.banyan.runtime.StartRefusedException;
import java.nio.charset.StandardCharsets;

/** Keeps secrets in the database unreadable to whoever has the database alone: AES-256-GCM under a key derived from {@code banyan.secret}. */
public interface Sealer {
    /**
     * The one that has {@code secret}.
     *
     * @throws StartRefusedException when that is too short
     */
    static Sealer of(String secret) {
        if (secret.length() < AesSealer.SHORTEST_SECRET) {
            throw new StartRefusedException("banyan.secret has fewer than %d characters; set a longer random one."
                    .formatted(AesSealer.SHORTEST_SECRET));
        }
        return new AesSealer(secret.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Encrypts {@code plain}.
     *
     * @param purpose what it is for; {@link #open} needs the same, so that one sealed value can't stand in for another
     */
    byte[] seal(String purpose, byte[] plain);

    /**
     * Decrypts what {@link #seal} made.
     *
     * @throws IllegalStateException when it was changed, or sealed for another purpose or with another secret
     */
    byte[] open(String purpose, byte[] sealed);

    /** 32 bytes derived from {@code banyan.secret} (HKDF), the same for the same purpose in every process that shares it. */
    byte[] derive(String purpose);
}
