package dev.banyan.sample.internal;

import dev.banyan.runtime.web.Versioned;
import java.util.UUID;

record Thing(UUID id, String name, long version) implements Versioned {}
