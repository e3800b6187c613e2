package ma.balagh.intake.evidence;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An object store of the simplest kind, which locks objects for ever, and has neither conditional writes nor digests. */
final class PlainObjectStore implements AutoCloseable {

    private static final String LOCKED =
            "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>";

    private static final String REFUSED = "<Error><Code>AccessDenied</Code></Error>";

    /** A request, without its body. */
    record Asked(String method, String path, Map<String, List<String>> headers) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    private final HttpServer server;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    PlainObjectStore() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Requests for objects with this method. */
    List<Asked> asked(String method) {
        return asked.stream().filter(each -> each.method().equals(method)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (path.equals("/evidence")) {
            boolean versions =
                    String.valueOf(exchange.getRequestURI().getQuery()).contains("versions");
            answer(exchange, versions ? 501 : 200, LOCKED.getBytes(StandardCharsets.UTF_8));
            return;
        }
        var request = new Asked(exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()));
        asked.add(request);
        if (request.method().equals("PUT")) {
            if (!request.header("If-None-Match").isEmpty()) {
                answer(exchange, 501, new byte[0]);
                return;
            }
            objects.put(path, body);
            answer(exchange, 200, new byte[0]);
        } else if (request.method().equals("DELETE")) {
            answer(exchange, 403, REFUSED.getBytes(StandardCharsets.UTF_8));
        } else {
            byte[] object = objects.get(path);
            answer(exchange, object == null ? 404 : 200, Objects.requireNonNullElse(object, new byte[0]));
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"plain\"");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
