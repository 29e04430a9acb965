package dev.banyan.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a server on this machine and does to their connections what networks do. Faults act on connections that are open and on new
 * ones alike, until {@link #heal()}.
 */
final class TcpProxy implements AutoCloseable {
    private final int target;
    private final int port;
    private final LinkFaults faults = new LinkFaults();
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private @Nullable Listener listener;

    /** @param target the server's port */
    TcpProxy(int target) {
        this.target = target;
        this.listener = Listener.open(0, this::connect);
        this.port = listener.port();
    }

    int port() {
        return port;
    }

    /** What happens to the bytes. */
    LinkFaults faults() {
        return faults;
    }

    /** New connections are refused; open ones go on. */
    synchronized void refuse() {
        if (listener != null) {
            listener.close();
            listener = null;
        }
    }

    /** Resets every open connection; new ones are taken. */
    void reset() {
        connections.forEach(ProxiedConnection::reset);
    }

    /** Ends all faults. What was held back arrives now. */
    synchronized void heal() {
        faults.heal();
        if (listener == null) {
            listener = Listener.open(port, this::connect);
        }
    }

    int openConnections() {
        return connections.size();
    }

    @Override
    public void close() {
        refuse();
        reset();
        faults.heal();
    }

    private void connect(Socket client) {
        Thread.ofVirtual().start(() -> {
            try {
                var upstream = new Socket(InetAddress.getLoopbackAddress(), target);
                var connection = new ProxiedConnection(client, upstream, faults);
                connections.add(connection);
                connection.run();
                connections.remove(connection);
            } catch (IOException unreachable) {
                ProxiedConnection.reset(client);
            }
        });
    }

    /** Takes connections until it is closed; then there are none left to take. */
    private record Listener(ServerSocket socket, Thread acceptor) {
        static Listener open(int port, Consumer<Socket> taken) {
            try {
                var socket = new ServerSocket();
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return new Listener(socket, Thread.ofVirtual().start(() -> accept(socket, taken)));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void accept(ServerSocket socket, Consumer<Socket> taken) {
            while (true) {
                try {
                    taken.accept(socket.accept());
                } catch (IOException closed) {
                    return;
                }
            }
        }

        int port() {
            return socket.getLocalPort();
        }

        void close() {
            try {
                socket.close();
                acceptor.join();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
