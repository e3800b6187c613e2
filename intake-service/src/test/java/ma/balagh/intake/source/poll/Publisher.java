package ma.balagh.intake.source.poll;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import ma.balagh.fetch.FetchClient;
import ma.balagh.fetch.Fetchers;

/** A server on loopback that publishes what a test wants, under whatever host it is asked for. */
final class Publisher implements AutoCloseable {

    /** An answer: status, headers, body. */
    record Answer(int status, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Headers> heads = new CopyOnWriteArrayList<>();

    private Publisher(HttpServer server) {
        this.server = server;
    }

    static Publisher open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        var publisher = new Publisher(server);
        server.createContext("/", publisher::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return publisher;
    }

    FetchClient fetcher() {
        return Fetchers.from(server.getAddress());
    }

    String url(String path) {
        return "http://news.example.org:" + server.getAddress().getPort() + path;
    }

    void publishes(String path, String body) {
        publishes(path, 200, Map.of(), body);
    }

    void publishes(String path, int status, Map<String, String> headers, String body) {
        answers.put(path, new Answer(status, headers, body));
    }

    /** Paths and queries of the requests so far. */
    List<String> asked() {
        return asked;
    }

    /** Heads of the requests so far. */
    List<Headers> heads() {
        return heads;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        heads.add(exchange.getRequestHeaders());
        Answer answer = answers.getOrDefault(path, new Answer(404, Map.of(), "nothing"));
        String known = exchange.getRequestHeaders().getFirst("If-None-Match");
        boolean same = known != null && known.equals(answer.headers().get("ETag"));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(same ? 304 : answer.status(), same || body.length == 0 ? -1 : body.length);
        if (!same && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
