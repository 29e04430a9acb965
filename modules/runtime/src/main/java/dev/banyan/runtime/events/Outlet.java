package dev.banyan.runtime.events;

import java.util.Set;

/** Where events leave this process for others, when there is a broker: they wait for it as they do for any subscriber. */
public interface Outlet {
    /** The subscriber whose publications are sent. */
    String SUBSCRIBER = "broker";

    /** The modules to which this process itself hands the events of a publisher; what is sent names them. */
    Set<String> served(String publisher);

    /** A committed publication of this instance waits to be sent. Never blocks. */
    void wake(String publisher);

    /** A committed publication that belongs to another instance may have become the head of its lane. Never blocks. */
    void look(String publisher, long position);

    /** Publications may wait that nobody has told of. Never blocks. */
    void wakeAll();
}
