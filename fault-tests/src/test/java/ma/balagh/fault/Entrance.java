package ma.balagh.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a Service of a cluster is to those who call it: one port, whose new connections go to the replicas in turn. A
 * connection that is open stays with its replica, even one that was dismissed.
 */
final class Entrance implements AutoCloseable {

    private static final int BACKLOG = 100;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Integer> replicas = new CopyOnWriteArrayList<>();
    private final Map<Integer, Integer> connections = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ServerSocket listener;

    private Entrance(ServerSocket listener) {
        this.listener = listener;
    }

    /** Listens on a port of loopback; whoever connects before there is a replica is hung up on. */
    static Entrance open(int port) throws IOException {
        var listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
        var entrance = new Entrance(listener);
        entrance.threads.submit(entrance::accept);
        return entrance;
    }

    /** From now on the replica on that port takes its turn. */
    void admit(int port) {
        replicas.add(port);
    }

    /** From now on it gets no new connection. */
    void dismiss(int port) {
        replicas.remove(Integer.valueOf(port));
    }

    /** How many connections the replica on that port was given. */
    int connections(int port) {
        return connections.getOrDefault(port, 0);
    }

    private Void accept() throws IOException {
        while (true) {
            Socket caller;
            try {
                caller = listener.accept();
            } catch (SocketException closed) {
                return null;
            }
            threads.submit(() -> connect(caller));
        }
    }

    private Void connect(Socket caller) throws IOException {
        var known = List.copyOf(replicas);
        try (caller) {
            var port = known.get(Math.floorMod(turn.getAndIncrement(), known.size()));
            connections.merge(port, 1, Integer::sum);
            try (var replica = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                caller.setTcpNoDelay(true);
                replica.setTcpNoDelay(true);
                var answers = threads.submit(() -> pass(replica, caller));
                pass(caller, replica);
                answers.get();
            } catch (Exception brokenOff) {
                throw new IOException("a connection to " + port + " broke off", brokenOff);
            }
        }
        return null;
    }

    /** Passes bytes on until there are no more, and says so on the other side. */
    private static Void pass(Socket from, Socket to) throws IOException {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } finally {
            if (!to.isClosed()) {
                to.shutdownOutput();
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
