package dev.banyan.runtime.web;

/** An answer with a version: it is sent with {@code ETag: "<version>"}. */
public interface Versioned {
    long version();
}
