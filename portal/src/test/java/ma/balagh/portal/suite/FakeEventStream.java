package ma.balagh.portal.suite;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A stream of server-sent events that says what a test lets it say, to whoever follows at the time. */
public final class FakeEventStream {

    private static final String END = "";

    private final Queue<LinkedBlockingQueue<String>> followers = new ConcurrentLinkedQueue<>();
    private final Map<String, String> missed = new ConcurrentHashMap<>();

    public int followers() {
        return followers.size();
    }

    public void tell(String id, String event, String data) {
        say(text(id, event, data));
    }

    private static String text(String id, String event, String data) {
        return "id: " + id + "\nevent: " + event + "\ndata: " + data + "\n\n";
    }

    /** Something that changed after a position: whoever follows from there is told first. */
    public void changeAfter(String position, String id, String data) {
        missed.put(position, text(id, "change", data));
    }

    /** Ends the answers of all who follow now; they may come back. */
    public void end() {
        say(END);
    }

    private void say(String text) {
        followers.forEach(follower -> follower.add(text));
    }

    void serve(HttpExchange exchange) throws IOException {
        LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        // What the service says first; the browser's stream is open with it, and misses nothing from then on.
        texts.add("retry: 300\n\n");
        String from = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        String unheard = from == null ? null : missed.get(from);
        if (unheard != null) {
            texts.add(unheard);
        }
        followers.add(texts);
        try (var out = exchange.getResponseBody()) {
            for (String text = texts.take(); !text.equals(END); text = texts.take()) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            followers.remove(texts);
            exchange.close();
        }
    }
}
