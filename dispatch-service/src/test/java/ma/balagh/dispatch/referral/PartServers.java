package ma.balagh.dispatch.referral;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Intake, analysis and a time-stamping authority, as far as a referral file needs them; for all tests, so that the service starts once for them. */
public final class PartServers implements QuarkusTestResourceLifecycleManager {

    /** A bundle that intake made, with the verifier's tests. */
    static final Path BUNDLE = Path.of("../bundle-verifier/src/test/resources/ma/balagh/verifier/bundle.zip");

    private static final Map<String, Integer> STATUS = new ConcurrentHashMap<>();
    private static final Set<String> ONCE_TOO_OFTEN = ConcurrentHashMap.newKeySet();
    private static final Set<String> STALLED = ConcurrentHashMap.newKeySet();
    private static final List<String> PURPOSES = new CopyOnWriteArrayList<>();
    private static final StampingAuthority AUTHORITY = new StampingAuthority();

    private static volatile CountDownLatch goingOn = new CountDownLatch(0);

    private @Nullable HttpServer server;

    /** Whatever has this in its address is answered so from now on. */
    static void answer(String part, int status) {
        STATUS.put(part, status);
    }

    /** Whatever has this in its address stops half-way until the next reset. */
    static void stall(String part) {
        goingOn = new CountDownLatch(1);
        STALLED.add(part);
    }

    /** Whoever asks next for what has this in its address is told to come again in a second. */
    static void answerOnceTooOften(String part) {
        ONCE_TOO_OFTEN.add(part);
    }

    static void reset() {
        goingOn.countDown();
        ONCE_TOO_OFTEN.clear();
        STALLED.clear();
        STATUS.clear();
        PURPOSES.clear();
    }

    /** The purposes that the services were told, as they came in the header. */
    static List<String> purposes() {
        return List.copyOf(PURPOSES);
    }

    static StampingAuthority authority() {
        return AUTHORITY;
    }

    @Override
    public Map<String, String> start() {
        HttpServer started;
        try {
            started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        started.createContext("/", PartServers::serve);
        started.start();
        server = started;
        var address = "http://localhost:" + started.getAddress().getPort();
        return Map.of(
                "balagh.referral.intake-url",
                address + "/",
                "balagh.referral.analysis-url",
                address,
                "balagh.referral.max-size",
                "1M",
                "balagh.referral.fetch-time-limit",
                "5s",
                "balagh.referral.at-once",
                "1",
                "balagh.referral.tsa",
                address + "/time-stamps");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            int status = status(path);
            boolean named = path.equals("/time-stamps")
                    || Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "")
                            .startsWith("Bearer ey");
            byte[] body = content(path, exchange);
            if (exchange.getRequestHeaders().containsKey("X-Purpose")) {
                PURPOSES.add(exchange.getRequestHeaders().getFirst("X-Purpose"));
            }
            if (status == 429) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            exchange.sendResponseHeaders(named ? status : 401, body.length);
            int half = STALLED.stream().anyMatch(path::contains) ? body.length / 2 : 0;
            exchange.getResponseBody().write(body, 0, half);
            if (half > 0) {
                exchange.getResponseBody().flush();
                awaitReset();
            }
            exchange.getResponseBody().write(body, half, body.length - half);
        }
    }

    private static int status(String path) {
        if (ONCE_TOO_OFTEN.removeIf(path::contains)) {
            return 429;
        }
        return STATUS.entrySet().stream()
                .filter(each -> path.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(200);
    }

    private static void awaitReset() {
        try {
            goingOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] content(String path, HttpExchange exchange) throws IOException {
        if (path.equals("/time-stamps")) {
            return AUTHORITY.answer(exchange.getRequestBody().readAllBytes());
        }
        if (path.endsWith("/bundle")) {
            return Files.readAllBytes(BUNDLE);
        }
        if (path.endsWith("/report.pdf")) {
            return "%PDF-1.4 of a laboratory".getBytes(StandardCharsets.US_ASCII);
        }
        return """
                {"items": [
                  {"id": "%s", "sha256": "%s", "size": 12, "mediaType": "video/mp4", "securedAt": "2026-11-29T09:00:00.000Z"},
                  {"id": "01985a00-0000-7000-8000-00000000e002", "sha256": "%s", "erasedAt": "2026-11-29T09:30:00.000Z"}]}
                """.formatted(SampleTimelines.EVIDENCE, "ab".repeat(32), "cd".repeat(32))
                .getBytes(StandardCharsets.UTF_8);
    }
}
