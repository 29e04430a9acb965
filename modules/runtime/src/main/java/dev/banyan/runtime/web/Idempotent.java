package dev.banyan.runtime.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method honours {@code Idempotency-Key}: its answer is kept for 24 hours per caller and path and given again to a
 * repeat. Its {@link Operation} parameter is the same on every attempt with that key, also after a crash in between, so
 * that what it creates gets the same id.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {
    /** Whether a request without a key is refused with 400 {@code idempotency.key-missing}. */
    boolean required() default false;

    /** The request header whose token stands for an anonymous caller; empty: the key of an anonymous caller is ignored. */
    String guestToken() default "";
}
