package ma.balagh.platform.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import ma.balagh.platform.demo.SuiteClient;
import org.jspecify.annotations.Nullable;

/** Reads a stream of server-sent events as a browser does; heartbeats are passed over, but for their ids. */
public final class EventStreamReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private static final StreamedEvent END = new StreamedEvent("", "end", "{}");

    private final LinkedBlockingQueue<StreamedEvent> told = new LinkedBlockingQueue<>();
    private final CountDownLatch positioned = new CountDownLatch(1);
    private final InputStream stream;
    private volatile String lastId = "";

    /**
     * One event, or the end of the stream.
     *
     * @param id of the last event that had one, up to this one
     */
    public record StreamedEvent(String id, String name, String data) {

        public boolean isEnd() {
            return this == END;
        }

        public boolean names(String list, UUID id) {
            return ids(list).contains(id);
        }

        public List<UUID> ids(String list) {
            try {
                return SuiteClient.json()
                        .readTree(data)
                        .path(list)
                        .valueStream()
                        .map(id -> UUID.fromString(id.asText()))
                        .toList();
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
    }

    private EventStreamReader(InputStream stream) {
        this.stream = stream;
        Thread.ofVirtual().start(this::read);
    }

    /**
     * Follows a stream.
     *
     * @param lastEventId after which it goes on; null for a reader that begins now, and waits until the stream has said
     *     where that is
     * @throws IOException when the server is away
     */
    public static EventStreamReader open(URI address, TestTokens person, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + person.sign());
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200
                || !response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
            throw new AssertionError(response.statusCode() + " " + response.headers());
        }
        var reader = new EventStreamReader(response.body());
        if (lastEventId == null && !reader.positioned.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the stream does not say where it begins");
        }
        return reader;
    }

    public String lastId() {
        return lastId;
    }

    public StreamedEvent next() throws InterruptedException {
        return Objects.requireNonNull(poll(PATIENCE), "nothing is told");
    }

    /** Null when nothing comes in that time. */
    public @Nullable StreamedEvent poll(Duration patience) throws InterruptedException {
        return told.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The next one of that kind; others before it are passed over. */
    public StreamedEvent await(Predicate<StreamedEvent> wanted) throws InterruptedException {
        var next = next();
        while (!wanted.test(next)) {
            if (next.isEnd()) {
                throw new AssertionError("the stream has ended");
            }
            next = next();
        }
        return next;
    }

    public void awaitEnd() throws InterruptedException {
        while (!next().isEnd()) {}
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String name = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                    positioned.countDown();
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !data.isEmpty()) {
                    if (!name.equals("heartbeat")) {
                        told.add(new StreamedEvent(lastId, name, data));
                    }
                    data = "";
                }
            }
        } catch (IOException e) {
            // closed, by us or by the service
        } finally {
            told.add(END);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
