package dev.banyan.runtime.events;

import java.util.List;

/** This process's delivery of events, for whoever watches it or has made some of them ready. */
public interface EventDispatch {
    /** Has what is ready in the table delivered now, once the current transaction is committed. */
    void wakeAfterCommit();

    /** The names of this process's subscribers. */
    List<String> subscribers();
}
