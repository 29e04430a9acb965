package dev.banyan.runtime.data;

import dev.banyan.kernel.Ids;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/**
 * This process among those that share its database.
 *
 * @param name for people, and what its connections call themselves, so that others can see whether it has any
 */
public record Instance(UUID id, String name) {
    private static final int LONGEST_HOST = 30;

    static Instance ofThisProcess() {
        var id = Ids.next();
        var text = id.toString();
        return new Instance(
                id, "%s/%d/%s".formatted(host(), ProcessHandle.current().pid(), text.substring(text.length() - 6)));
    }

    private static String host() {
        try {
            var name = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "");
            return name.substring(0, Math.min(name.length(), LONGEST_HOST));
        } catch (UnknownHostException nameless) {
            return "host";
        }
    }
}
