package dev.banyan.payments.internal;

/** A card's token as it is stored. */
final class SealedToken {
    private final byte[] bytes;

    SealedToken(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
