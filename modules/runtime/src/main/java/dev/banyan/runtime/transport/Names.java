package dev.banyan.runtime.transport;

/** What destinations and groups are called. */
final class Names {
    private static final String PREFIX = "banyan.";

    private Names() {}

    /** Where a module's events go: a topic, or an exchange. */
    static String destination(String publisher) {
        return PREFIX + publisher;
    }

    /** As whom a module receives: one group, however many instances it has. */
    static String group(String module) {
        return PREFIX + module;
    }

    /** A part of a destination, as RabbitMQ routes to it. */
    static String routingKey(String publisher, int partition) {
        return destination(publisher) + "-" + partition;
    }
}
