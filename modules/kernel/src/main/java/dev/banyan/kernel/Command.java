package dev.banyan.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A module call that changes something, once per key: a repeat with the same key has the same outcome and no further effect. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Command {
    /** The component of the command record that holds the caller's key. */
    String key();
}
