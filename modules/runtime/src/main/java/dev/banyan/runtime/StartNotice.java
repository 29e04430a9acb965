package dev.banyan.runtime;

import java.util.List;

/** What a bean wants whoever starts Banyan to read: shown once on the console when everything runs, never logged. */
@FunctionalInterface
public interface StartNotice {
    /** The lines to show, none when there is nothing to tell. */
    List<Line> lines();

    /**
     * One line.
     *
     * @param label a word or two, such as {@code Admin}
     */
    record Line(String label, String value) {}
}
