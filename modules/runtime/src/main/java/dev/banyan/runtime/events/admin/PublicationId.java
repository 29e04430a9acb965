package dev.banyan.runtime.events.admin;

import java.time.Instant;
import java.util.UUID;

/**
 * A publication's id for clients: a UUIDv7 (RFC 9562) whose time is when it was published and whose random part is its position, so that
 * no column and no index is spent on it.
 */
final class PublicationId {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long POSITION = 0x3fff_ffff_ffff_ffffL;

    private PublicationId() {}

    static UUID of(long position, Instant publishedAt) {
        return new UUID(publishedAt.toEpochMilli() << 16 | VERSION, VARIANT | position);
    }

    static long position(UUID id) {
        return id.getLeastSignificantBits() & POSITION;
    }
}
