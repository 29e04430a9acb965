package dev.banyan.runtime.split;

import dev.banyan.runtime.StartRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine, given out in ascending order. */
final class Ports {
    private static final int ATTEMPTS = 1000;
    private static final int HIGHEST = 65535;

    private int next;

    /** @param first the one for the entry, which has to be free */
    Ports(int first) {
        if (!isFree(first)) {
            throw new StartRefusedException(
                    "Port %d is taken by another process; stop that or choose another port, for example --port %d."
                            .formatted(first, first + 1));
        }
        this.next = first + 1;
    }

    /** The next free one. */
    int next() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = next++;
            if (port <= HIGHEST && isFree(port)) {
                return port;
            }
        }
        throw new StartRefusedException("There is no free port up to %d.".formatted(next));
    }

    private static boolean isFree(int port) {
        return isFree(new InetSocketAddress(port))
                && isFree(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static boolean isFree(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
