package ma.balagh.operation;

import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the number of connections below its limits. A new one takes the place of the one that has waited longest without a
 * request, so that connections which send nothing keep nobody out. Where all carry requests, the new one is closed.
 */
@Singleton
class ConnectionLimiter {

    private static final int NETWORK_BYTES = 8;

    /** Those of one client. */
    private static final class Client {
        private final Set<ConnectionGuard> waiting = new LinkedHashSet<>();
        private int open;
    }

    private final int most;
    private final int mostPerAddress;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, Client> clients = new HashMap<>();
    private final Set<ConnectionGuard> waiting = new LinkedHashSet<>();
    private int open;

    ConnectionLimiter(ConnectionConfig config) {
        this.most = config.most();
        this.mostPerAddress = config.mostPerAddress();
    }

    /** Counts a new connection, which waits for its first request; returns the one to close for it. */
    @Nullable
    ConnectionGuard opened(ConnectionGuard connection) {
        lock.lock();
        try {
            var client = clients.computeIfAbsent(connection.client(), _ -> new Client());
            @Nullable ConnectionGuard excess = null;
            if (client.open >= mostPerAddress) {
                excess = longestWaiting(client.waiting, connection);
            } else if (open >= most) {
                excess = longestWaiting(waiting, connection);
            }
            client.open++;
            open++;
            waits(connection, client);
            if (excess != null) {
                works(excess, clients.get(excess.client()));
            }
            return excess;
        } finally {
            lock.unlock();
        }
    }

    void ended(ConnectionGuard connection) {
        lock.lock();
        try {
            var client = clients.get(connection.client());
            works(connection, client);
            open--;
            if (client != null && --client.open == 0) {
                clients.remove(connection.client());
            }
        } finally {
            lock.unlock();
        }
    }

    /** It carries a request now. */
    void works(ConnectionGuard connection) {
        lock.lock();
        try {
            works(connection, clients.get(connection.client()));
        } finally {
            lock.unlock();
        }
    }

    /** It carries none any more. */
    void waits(ConnectionGuard connection) {
        lock.lock();
        try {
            var client = clients.get(connection.client());
            if (client != null) {
                waits(connection, client);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whose connections are counted together. */
    static Object clientOf(@Nullable SocketAddress remote) {
        if (remote instanceof InetSocketAddress socket) {
            InetAddress address = socket.getAddress();
            return address instanceof Inet6Address
                    ? Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                    : address;
        }
        return "unknown";
    }

    private void waits(ConnectionGuard connection, Client client) {
        waiting.add(connection);
        client.waiting.add(connection);
    }

    private void works(ConnectionGuard connection, @Nullable Client client) {
        waiting.remove(connection);
        if (client != null) {
            client.waiting.remove(connection);
        }
    }

    private static ConnectionGuard longestWaiting(Set<ConnectionGuard> waiting, ConnectionGuard otherwise) {
        var oldest = waiting.iterator();
        return oldest.hasNext() ? oldest.next() : otherwise;
    }
}
