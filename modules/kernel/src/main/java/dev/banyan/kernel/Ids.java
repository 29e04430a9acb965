package dev.banyan.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Source of identifiers. */
public final class Ids {
    private Ids() {}

    /** A UUIDv7 (RFC 9562): unique without coordination, and in one process ever increasing. An id is no secret. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
