package dev.banyan.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The codes of an exception that methods of a module's API declare. By its code a caller in another process gets the same class, made by a
 * constructor that takes a {@link Failure} alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FailureCode {
    String[] value();
}
