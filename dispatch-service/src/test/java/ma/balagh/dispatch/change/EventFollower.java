package ma.balagh.dispatch.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;

/** Reads the stream as a browser does. */
final class EventFollower implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    /** @param id of the last event that had one, up to this one */
    record Told(String id, String name, String data) {

        boolean names(String list, UUID id) {
            return ids(list).contains(id);
        }

        List<UUID> ids(String list) {
            try {
                return JSON.readTree(data)
                        .path(list)
                        .valueStream()
                        .map(id -> UUID.fromString(id.asText()))
                        .toList();
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Told END = new Told("", "end", "{}");

    private final LinkedBlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final InputStream stream;
    private volatile String lastId = "";

    private EventFollower(InputStream stream) {
        this.stream = stream;
        Thread.ofVirtual().start(this::read);
    }

    /** @param lastEventId null for one that begins now */
    static EventFollower of(TestTokens person, @Nullable String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/incidents/events"))
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
        var follower = new EventFollower(response.body());
        if (lastEventId == null) {
            // The stream says at once where it begins.
            org.awaitility.Awaitility.await().until(() -> !follower.lastId.isEmpty());
        }
        return follower;
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    String lastId() {
        return lastId;
    }

    Told next() throws InterruptedException {
        return Objects.requireNonNull(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing is told");
    }

    /** The next one of that kind; others before it are passed over. */
    Told await(Predicate<Told> wanted) throws InterruptedException {
        var next = next();
        while (!wanted.test(next)) {
            if (next == END) {
                throw new AssertionError("the stream has ended");
            }
            next = next();
        }
        return next;
    }

    void awaitEnd() throws InterruptedException {
        while (next() != END) {}
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String name = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !data.isEmpty()) {
                    if (!name.equals("heartbeat")) {
                        told.add(new Told(lastId, name, data));
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
