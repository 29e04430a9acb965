package dev.banyan.runtime.data;

/** What modules may know of the database's whereabouts. */
public interface DatabaseInfo {
    /** Whether it is the embedded one, made by the first start. */
    boolean embedded();

    /** Its URL without parameters, which may hold secrets. */
    String address();
}
