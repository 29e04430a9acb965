package dev.banyan.runtime.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a controller's method (on a class: all of its methods). A method without a rule answers nobody; a test
 * enumerates every mapping. Ownership is not said here: it belongs into the query.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {
    Level value();

    /** The scope with which an API key may call, such as {@code orders:write}; empty: no API key may. At {@link Level#ANYONE} it binds API keys alone. */
    String scope() default "";

    /** Levels of access, each for its callers alone or those above. */
    enum Level {
        /** No credentials needed; bad ones are refused all the same. An API key needs no scope where none is named. */
        ANYONE,
        /** A signed-in user of any role. */
        SIGNED_IN,
        /** Users with the role {@code staff} or {@code admin}. */
        STAFF,
        /** Users with the role {@code admin}. */
        ADMIN
    }
}
