package ma.balagh.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.test.SuiteUnderTest.Running;

/**
 * Files reports and reads them without an end, each thread over connections of its own, and tries nothing twice: whatever
 * is not answered as it should be is a failure. Some keep their connection for ever, others begin a new one now and then.
 */
final class Callers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FILM_BYTES = 2_000;

    /** What an MP4 begins with. */
    private static final byte[] HEAD = "\0\0\0\u0018ftypisom\0\0\0\0isommp42".getBytes(ISO_8859_1);

    /** Other tests look at the first page of what there is. */
    private static final long BETWEEN_REPORTS_MILLIS = 1_000;

    private static final long BETWEEN_OTHERS_MILLIS = 10;
    private static final int REQUESTS_OF_A_CONNECTION = 20;

    private final Running suite;
    private final String title = "Releve-" + UUID.randomUUID();
    private final Queue<String> filed = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean going = true;

    Callers(Running suite) {
        this.suite = suite;
    }

    void begin() {
        for (var patient : List.of(true, false)) {
            threads.submit(() -> repeat(patient, BETWEEN_REPORTS_MILLIS, this::file));
            threads.submit(() -> repeat(patient, BETWEEN_OTHERS_MILLIS, this::read));
            threads.submit(() -> repeat(patient, BETWEEN_OTHERS_MILLIS, this::fileAgain));
        }
    }

    /** Nothing new begins; what has begun is waited for. */
    void end() {
        going = false;
        threads.close();
    }

    /** What each title begins with. */
    String title() {
        return title;
    }

    /** The reports that were acknowledged, their media too. */
    List<String> filed() {
        return List.copyOf(filed);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** How many requests were answered as they should be. */
    int answered() {
        return answered.get();
    }

    @Override
    public void close() {
        end();
    }

    private Void repeat(boolean patient, long pause, Act act) throws InterruptedException {
        var http = HttpClient.newHttpClient();
        for (var number = 1; going; number++) {
            try {
                act.on(http);
            } catch (IOException | IllegalStateException e) {
                failures.add(e.toString());
            }
            if (!patient && number % REQUESTS_OF_A_CONNECTION == 0) {
                http.close();
                http = HttpClient.newHttpClient();
            }
            Thread.sleep(pause);
        }
        http.close();
        return null;
    }

    private void file(HttpClient http) throws IOException, InterruptedException {
        var id = send(http, request("/reports").POST(body(report(title + " " + UUID.randomUUID()))), 201)
                .path("id")
                .asText();
        var film = new byte[FILM_BYTES];
        new Random(id.hashCode()).nextBytes(film); // each report has another film
        System.arraycopy(HEAD, 0, film, 0, HEAD.length);
        send(
                http,
                request("/reports/" + id + "/media")
                        .setHeader("Content-Type", "video/mp4")
                        .POST(BodyPublishers.ofByteArray(film)),
                201);
        filed.add(id);
    }

    /** Always the same report under the same key: nothing new comes of it, and no client repeats a POST by itself. */
    private void fileAgain(HttpClient http) throws IOException, InterruptedException {
        send(http, request("/reports").setHeader("Idempotency-Key", title).POST(body(report(title))), 201);
    }

    private void read(HttpClient http) throws IOException, InterruptedException {
        var id = filed.peek();
        send(http, request(id == null ? "/reports?limit=1" : "/reports/" + id).GET(), 200);
    }

    private static Map<String, String> report(String title) {
        return Map.of("channel", "PARTNER", "title", title, "text", "Relève");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(suite.client().uri(INTAKE, "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + suite.client().token("partner-press"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json");
    }

    private JsonNode send(HttpClient http, HttpRequest.Builder builder, int expected)
            throws IOException, InterruptedException {
        var request = builder.build();
        var response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != expected) {
            throw new IllegalStateException(
                    request + ": " + response.statusCode() + " " + new String(response.body(), UTF_8));
        }
        answered.incrementAndGet();
        return SuiteClient.json().readTree(response.body());
    }

    private static HttpRequest.BodyPublisher body(Object value) throws IOException {
        return BodyPublishers.ofByteArray(SuiteClient.json().writeValueAsBytes(value));
    }

    private interface Act {
        void on(HttpClient http) throws IOException, InterruptedException;
    }
}
