package ma.balagh.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A publisher on loopback: a feed of robberies, each with a film that it sends slowly and in parts where it is asked for
 * them.
 */
final class Press implements AutoCloseable {

    static final int FILM_BYTES = 300_000;

    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,9})-");
    private static final int PIECE = 30_000;
    private static final long PAUSE_MILLIS = 30;

    private final HttpServer server;
    private final List<Integer> published = new CopyOnWriteArrayList<>();

    private Press(HttpServer server) {
        this.server = server;
    }

    static Press open() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        var press = new Press(server);
        server.createContext("/feed", press::feed);
        server.createContext("/films/", press::film);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return press;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Without a name, so that nothing but this machine is asked. */
    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    void publish() {
        published.add(published.size());
    }

    List<Integer> published() {
        return published;
    }

    /** It begins like an MP4; what follows is of this film alone. */
    static byte[] film(int number) {
        var bytes = new byte[FILM_BYTES];
        new Random(number).nextBytes(bytes);
        var head = "\0\0\0\u0018ftypisom\0\0\0\0isommp42".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void feed(HttpExchange exchange) throws IOException {
        var items = new StringBuilder("<rss version=\"2.0\"><channel><title>Presse</title>");
        var all = List.copyOf(published);
        for (var number : all.reversed()) {
            items.append("""
                    <item><guid isPermaLink="false">robbery-%1$d</guid><link>%2$s</link>
                      <title>كريساج %1$d: سرقة بالخطف تحت التهديد بالسلاح الأبيض</title>
                      <enclosure url="%3$s" type="video/mp4" length="%4$d"/></item>
                    """.formatted(number, url("/articles/" + number), url("/films/" + number), FILM_BYTES));
        }
        var body = items.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void film(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var film = film(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)));
        var tag = "\"" + sha256(film) + "\"";
        var headers = exchange.getRequestHeaders();
        var range = RANGE.matcher(String.valueOf(headers.getFirst("Range")));
        var first = range.matches() && tag.equals(headers.getFirst("If-Range")) ? Integer.parseInt(range.group(1)) : 0;
        exchange.getResponseHeaders().set("Content-Type", "video/mp4");
        exchange.getResponseHeaders().set("ETag", tag);
        if (first > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(first, film.length - 1, film.length));
        }
        exchange.sendResponseHeaders(first > 0 ? 206 : 200, film.length - first);
        try (OutputStream out = exchange.getResponseBody()) {
            for (var at = first; at < film.length; at += PIECE) {
                out.write(Arrays.copyOfRange(film, at, Math.min(at + PIECE, film.length)));
                out.flush();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
