package dev.banyan.runtime.events.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an event is given up for its subscriber; kept with it. */
record SkipEvent(@NotBlank @Size(max = 500) String reason) {}
