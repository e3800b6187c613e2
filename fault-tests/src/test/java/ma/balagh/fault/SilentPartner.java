package ma.balagh.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Servers of partners on loopback, one path each: they accept connections and read what is sent, and answer nothing until
 * {@link #answer()}.
 */
final class SilentPartner implements AutoCloseable {

    private static final int BACKLOG = 100;
    private static final int TAKEN = 204;
    private static final int NO_BODY = -1;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch answers = new CountDownLatch(1);
    private final AtomicInteger held = new AtomicInteger();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    private SilentPartner(HttpServer server) {
        this.server = server;
    }

    static SilentPartner open() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), BACKLOG);
        var partner = new SilentPartner(server);
        server.createContext("/", partner::hold);
        server.setExecutor(partner.threads);
        server.start();
        return partner;
    }

    /** Without a name, so that nothing but this machine is asked. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many messages came in and have no answer. The service may have given up waiting for one. */
    int held() {
        return held.get();
    }

    /** The {@code webhook-id} of each message that was answered. */
    Set<String> taken() {
        return Set.copyOf(taken);
    }

    /** From now on everything is taken, what is held first. */
    void answer() {
        answers.countDown();
    }

    private void hold(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            held.incrementAndGet();
            answers.await();
            exchange.sendResponseHeaders(TAKEN, NO_BODY);
            taken.add(exchange.getRequestHeaders().getFirst("webhook-id"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            held.decrementAndGet();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
