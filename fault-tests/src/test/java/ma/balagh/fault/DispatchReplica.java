package ma.balagh.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.network.HttpProbe;
import ma.balagh.platform.network.PortProbe;
import ma.balagh.platform.test.EventStreamReader;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;

/** One process of the packaged dispatch-service. */
final class DispatchReplica {

    private static final Path PROGRAM = Path.of("..", "dispatch-service", "target", "quarkus-app", "quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final int port;

    private DispatchReplica(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts without waiting; {@link #awaitReady} does. */
    static DispatchReplica start(Map<String, String> configuration) throws IOException {
        var port = PortProbe.anyFree();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.port=" + port));
        configuration.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", PROGRAM.toString()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "dispatch-replicas.log").toFile()))
                .start();
        return new DispatchReplica(process, port);
    }

    void awaitReady() {
        AnswerPoller.until(
                "dispatch is ready or has ended",
                PATIENCE,
                () -> HttpProbe.status(uri("/q/health/ready").toString()) == 200 || !process.isAlive(),
                settled -> settled);
        if (!process.isAlive()) {
            throw new IllegalStateException("dispatch ended before it was ready; see target/dispatch-replicas.log");
        }
    }

    /** With SIGKILL: it does nothing more, not even its end. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    HttpResponse<String> get(TestTokens person, String path) throws IOException, InterruptedException {
        return send(request(person, path).GET());
    }

    /** @param headers names and values, each after its name */
    HttpResponse<String> put(TestTokens person, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return send(request(person, path, headers).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** @param headers names and values, each after its name */
    HttpResponse<String> post(TestTokens person, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return send(request(person, path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** @param lastEventId null for a reader that begins now */
    EventStreamReader follow(TestTokens person, @Nullable String lastEventId) throws IOException, InterruptedException {
        return EventStreamReader.open(uri("/api/v1/incidents/events"), person, lastEventId);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpRequest.Builder request(TestTokens person, String path, String... headers) {
        var request = HttpRequest.newBuilder(uri(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + person.sign())
                .header("Content-Type", "application/json");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
