package ma.balagh.dispatch.inquiry;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Intake, as far as attachments need it; for all tests, so that the service starts once for them. */
public final class EvidenceServer implements QuarkusTestResourceLifecycleManager {

    static final String DIGEST = "ab".repeat(32);

    private static final List<String> TOKENS = new CopyOnWriteArrayList<>();
    private static volatile int status = 200;
    private static volatile String digest = DIGEST;

    private @Nullable HttpServer server;

    /** Whatever is asked for is answered so from now on. */
    static void answer(int next) {
        answer(next, DIGEST);
    }

    static void answer(int next, String sha256) {
        status = next;
        digest = sha256;
    }

    /** In whose name it was asked. */
    static List<String> tokens() {
        return List.copyOf(TOKENS);
    }

    @Override
    public Map<String, String> start() {
        HttpServer started;
        try {
            started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        started.createContext("/api/v1/evidence/", exchange -> {
            try (exchange) {
                TOKENS.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                byte[] body =
                        "{\"sha256\": \"%s\", \"size\": 12}".formatted(digest).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        started.start();
        server = started;
        return Map.of(
                "balagh.inquiry.intake-url",
                "http://localhost:" + started.getAddress().getPort() + "/");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
