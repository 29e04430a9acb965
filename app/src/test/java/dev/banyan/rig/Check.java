package dev.banyan.rig;

/**
 * Something that holds at all times, as a query that finds what violates it.
 *
 * @param invariant its number, such as {@code I3}
 * @param name what holds, in a few words
 * @param violations selects one text for each violation; reads all schemas, and the temporary tables of {@link Witnessed}
 */
record Check(String invariant, String name, String violations) {
    @Override
    public String toString() {
        return invariant + " " + name;
    }
}
