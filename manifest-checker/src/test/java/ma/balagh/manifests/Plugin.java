package ma.balagh.manifests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The plugin kubectl balagh as bash runs it, with a kubectl that only writes down what it is asked, and one pod for all. */
final class Plugin implements AutoCloseable {

    private static final String METRICS = """
            # TYPE balagh_outbox_unsent gauge
            balagh_outbox_unsent 7.0
            balagh_outbox_age_seconds 12.25
            balagh_dead_letters_total 3.0
            kafka_consumer_fetch_manager_records_lag{client_id="a",partition="0",topic="balagh.intake.reports.v1"} 5.0
            kafka_consumer_fetch_manager_records_lag{client_id="a",partition="0",topic="balagh_intake_reports_v1"} 5.0
            kafka_consumer_fetch_manager_records_lag{client_id="a",partition="1",topic="balagh.intake.reports.v1"} 4.0
            balagh_reports_unanswered 41.0
            balagh_reports_unanswered_oldest_seconds 3600.0
            balagh_clock_seconds{quantile="0.5",stage="TAKEN_IN_UNTIL_READY"} 21.0
            balagh_clock_seconds{quantile="0.95",stage="TAKEN_IN_UNTIL_READY"} 88.0
            balagh_clock_seconds{quantile="0.95",stage="REPORTED_UNTIL_TAKEN_IN"} NaN
            balagh_clock_samples{stage="TAKEN_IN_UNTIL_READY"} 14.0
            balagh_clock_samples{stage="REPORTED_UNTIL_TAKEN_IN"} 0.0
            """;

    private static final char[] PASSWORD = "changeit".toCharArray();

    /** What the pod was asked: method, path and authorization. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** Beside that of this process. The kubectl here reads FAKE_PODS, FAKE_REPLICAS, FAKE_REPLAY, FAKE_PROOF and FAKE_SCHEME. */
    final Map<String, String> environment = new HashMap<>();

    /** Status of the answer to whatever is no look at metrics. */
    int answer = 202;

    private final Path folder;
    private HttpServer pod;

    /** How it ended. */
    record Ending(int status, String output, List<String> calls) {}

    Plugin(Path folder) throws IOException {
        this.folder = folder;
        pod = serve(HttpServer.create(anyPort(), 0));
        Path kubectl = folder.resolve("kubectl");
        try (var script = Objects.requireNonNull(Plugin.class.getResourceAsStream("kubectl"))) {
            Files.copy(script, kubectl);
        }
        if (!kubectl.toFile().setExecutable(true)) {
            throw new IOException("cannot be made executable: " + kubectl);
        }
    }

    /** From now on the pod speaks TLS alone, under a certificate of its own. */
    void listenWithTls() throws Exception {
        Path file = folder.resolve("pod.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        String.valueOf(PASSWORD),
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=intake")
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool makes no certificate");
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(file.toFile(), PASSWORD), PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        pod.stop(0);
        pod = serve(server);
        environment.put("FAKE_SCHEME", "HTTPS");
    }

    Ending run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "bash", Overlays.CHECKOUT.resolve("k8s/bin/kubectl-balagh").toString()));
        command.addAll(List.of(arguments));
        var calls = Files.createTempFile(folder, "calls", "");
        var output = Files.createTempFile(folder, "output", "");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().remove("BALAGH_NAMESPACE");
        builder.environment().remove("BALAGH_TOKEN");
        builder.environment().putAll(environment);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().put("FAKE_CALLS", calls.toString());
        builder.environment().put("FAKE_PORT", String.valueOf(pod.getAddress().getPort()));
        var process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("kubectl balagh does not end: " + Files.readString(output));
        }
        return new Ending(process.exitValue(), Files.readString(output), Files.readAllLines(calls));
    }

    @Override
    public void close() {
        pod.stop(0);
    }

    private HttpServer serve(HttpServer server) {
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            var isMetrics = exchange.getRequestURI().getPath().equals("/q/metrics");
            var body = (isMetrics ? METRICS : "{}").getBytes(UTF_8);
            exchange.sendResponseHeaders(isMetrics ? 200 : answer, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
