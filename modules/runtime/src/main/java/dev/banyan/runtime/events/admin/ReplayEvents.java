package dev.banyan.runtime.events.admin;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which parked events are to be tried again: those that fit all that is given; nothing given, all. */
record ReplayEvents(
        @Nullable @Size(max = 200) String subscriber,
        @Nullable @Size(max = 200) String type,
        @Nullable @Size(max = 200) String key) {}
