package dev.banyan.runtime.transport;

import java.util.Map;

/** A real broker of this machine, and a client of it that knows nothing of Spring. */
interface TestBroker extends AutoCloseable {
    /** The profile that uses it. */
    String profile();

    /** Where it is, as properties of an application. */
    Map<String, String> properties();

    void start();

    void stop();

    void kill();

    /** Writes a message as anybody could. */
    void send(String publisher, String key, Map<String, String> headers, byte[] body);

    /** Waits for a message with that key among all that a publisher has sent since {@link #watch}. */
    Plain read(String publisher, String key);

    /** Begins to keep what a publisher sends, for {@link #read}. */
    void watch(String publisher);

    /** What CloudEvents' attributes are called here. */
    String prefix();

    @Override
    void close();

    /** A message as the client has it. */
    record Plain(String key, Map<String, String> headers, String contentType, String body) {}
}
