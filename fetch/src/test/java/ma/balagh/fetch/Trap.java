package ma.balagh.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens on loopback addresses, and notices every connection. */
final class Trap implements AutoCloseable {

    private static final List<String> HOSTS = List.of("127.0.0.1", "127.0.0.2", "127.1.2.3", "::1");

    private final List<ServerSocket> sockets = new ArrayList<>();
    private final List<String> caught = new CopyOnWriteArrayList<>();
    private final int port;

    private Trap(int port) {
        this.port = port;
    }

    /** One port on all addresses, and those of http and https where this user may listen there. */
    static Trap set() throws IOException {
        var first = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        var trap = new Trap(first.getLocalPort());
        trap.listen(first);
        for (String host : HOSTS) {
            for (int port : new int[] {trap.port, 80, 443}) {
                trap.tryToListen(host, port);
            }
        }
        return trap;
    }

    int port() {
        return port;
    }

    /** Who connected, and where to. */
    List<String> caught() {
        return caught;
    }

    private void tryToListen(String host, int port) {
        try {
            listen(new ServerSocket(port, 50, InetAddress.ofLiteral(host)));
        } catch (IOException e) {
            // Not on this machine, or not for this user, or there already.
        }
    }

    private void listen(ServerSocket socket) {
        sockets.add(socket);
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    try (var connection = socket.accept()) {
                        caught.add(connection.getRemoteSocketAddress() + " to " + socket.getLocalSocketAddress());
                    }
                }
            } catch (IOException e) {
                // The test is over.
            }
        });
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket socket : sockets) {
            socket.close();
        }
    }
}
