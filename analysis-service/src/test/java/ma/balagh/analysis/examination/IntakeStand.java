package ma.balagh.analysis.examination;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import ma.balagh.platform.test.SelfSignedCertificate;
import org.jspecify.annotations.Nullable;

/** Stands for intake's content endpoint and for the realm that gives the laboratory its token. */
public final class IntakeStand implements QuarkusTestResourceLifecycleManager {

    /** A request for evidence. */
    record Request(
            UUID evidenceId,
            @Nullable String authorization,
            @Nullable String purpose) {}

    private static final String TOKEN = "token-of-the-laboratory";

    private final Map<UUID, byte[]> contents = new ConcurrentHashMap<>();
    private final Set<UUID> gone = ConcurrentHashMap.newKeySet();
    private final Map<UUID, CountDownLatch> held = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private @Nullable HttpServer server;
    private @Nullable SelfSignedCertificate certificate;

    /** With {@code encrypted}, it answers by https, and the application is told whom to believe. */
    @Override
    public void init(Map<String, String> arguments) {
        certificate = arguments.containsKey("encrypted") ? new SelfSignedCertificate() : null;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path scratch = Files.createTempDirectory("balagh-test");
            var started = listening(certificate);
            started.createContext(
                    "/token",
                    exchange -> answer(
                            exchange,
                            200,
                            "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                                    .formatted(TOKEN)
                                    .getBytes(StandardCharsets.UTF_8),
                            "application/json"));
            started.createContext("/api/v1/evidence/", this::content);
            started.createContext("/store/", this::store);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.start();
            server = started;
            String base = (certificate == null ? "http" : "https") + "://localhost:"
                    + started.getAddress().getPort();
            var settings = new HashMap<String, String>(certificate == null ? Map.of() : certificate.settings());
            settings.put("balagh.intake.url", base);
            settings.put("quarkus.oidc-client.auth-server-url", base);
            settings.put("quarkus.oidc-client.token-path", "/token");
            settings.put("balagh.media.scratch-directory", scratch.toString());
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer listening(@Nullable SelfSignedCertificate certificate) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (certificate == null) {
            return HttpServer.create(address, 0);
        }
        var encrypted = HttpsServer.create(address, 0);
        encrypted.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        return encrypted;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(IntakeStand.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** From now on this evidence has these bytes. */
    void put(UUID evidenceId, byte[] bytes) {
        contents.put(evidenceId, bytes);
        gone.remove(evidenceId);
    }

    /** From now on this evidence has none any more. */
    void remove(UUID evidenceId) {
        contents.remove(evidenceId);
        gone.add(evidenceId);
    }

    /** Requests for this evidence are answered only when the latch opens. */
    CountDownLatch hold(UUID evidenceId) {
        var latch = new CountDownLatch(1);
        held.put(evidenceId, latch);
        return latch;
    }

    void goAway(boolean gone) {
        away = gone;
    }

    List<Request> requestsFor(UUID evidenceId) {
        return requests.stream()
                .filter(request -> request.evidenceId().equals(evidenceId))
                .toList();
    }

    private void content(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        UUID evidenceId = UUID.fromString(path[4]);
        requests.add(new Request(
                evidenceId,
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("X-Purpose")));
        await(held.get(evidenceId));
        if (away) {
            answer(exchange, 503, new byte[0], "text/plain");
        } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, new byte[0], "text/plain");
        } else if (gone.contains(evidenceId)) {
            answer(exchange, 410, new byte[0], "text/plain");
        } else if (evidenceId.getLeastSignificantBits() % 2 == 0) {
            // Half of the evidence lies in an object store, which is another origin.
            exchange.getResponseHeaders()
                    .add(
                            "Location",
                            "http://127.0.0.1:" + exchange.getLocalAddress().getPort() + "/store/" + evidenceId);
            answer(exchange, 307, new byte[0], "text/plain");
        } else {
            answer(exchange, 200, contents.getOrDefault(evidenceId, new byte[0]), "application/octet-stream");
        }
    }

    /** Its address is signed: a token beside it is one proof too many, and shows the store what is none of its business. */
    private void store(HttpExchange exchange) throws IOException {
        if (exchange.getRequestHeaders().containsKey("Authorization")) {
            answer(exchange, 400, new byte[0], "text/plain");
            return;
        }
        String path = exchange.getRequestURI().getPath();
        byte[] bytes = contents.get(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        answer(exchange, 200, bytes == null ? new byte[0] : bytes, "application/octet-stream");
    }

    private static void await(@Nullable CountDownLatch latch) {
        try {
            if (latch != null) {
                latch.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body, String type) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
