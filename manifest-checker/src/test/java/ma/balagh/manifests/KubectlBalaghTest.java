package ma.balagh.manifests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plugin as bash runs it, with a kubectl that only writes down what it is asked. */
class KubectlBalaghTest {

    private static final String ID = "0199a0b4-3f6e-7c1d-9a55-0c8f1d2e3b4a";
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

    @TempDir
    Path folder;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // by prepare
    private HttpServer pod;

    private int pollAnswer = 202;

    /** How it ended. */
    private record Ending(int status, String output, List<String> calls) {}

    @BeforeEach
    void prepare() throws IOException {
        serve(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        try (var kubectl = Objects.requireNonNull(KubectlBalaghTest.class.getResourceAsStream("kubectl"))) {
            Files.copy(kubectl, folder.resolve("kubectl"));
        }
        assertThat(folder.resolve("kubectl").toFile().setExecutable(true)).isTrue();
    }

    private void serve(HttpServer server) {
        pod = server;
        pod.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            var isMetrics = exchange.getRequestURI().getPath().equals("/q/metrics");
            var body = (isMetrics ? METRICS : "{}").getBytes(UTF_8);
            exchange.sendResponseHeaders(isMetrics ? 200 : pollAnswer, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        pod.start();
    }

    @AfterEach
    void stop() {
        pod.stop(0);
    }

    @Test
    void explainsItself() throws Exception {
        // When
        var ending = run("help");

        // Then
        assertThat(ending.status()).isZero();
        assertThat(ending.output()).contains("status", "logs SERVICE", "clocks", "rollback SERVICE");
        assertThat(run().output()).isEqualTo(ending.output());
    }

    @Test
    void showsWhatRunsAndWhatWaits() throws Exception {
        // When
        var ending = run("status");

        // Then
        assertThat(ending.status()).as(ending.output()).isZero();
        assertThat(ending.output())
                .containsPattern("(?m)^dispatch +7 +12 +9 +3$")
                .contains("reports without an answer: 41, the oldest for 3600 s")
                .contains("sources that fail: - of -")
                .contains("in 95 of 100: 88 s");
        assertThat(ending.calls())
                .contains("--namespace balagh port-forward pod/analysis-worker-0 :8082")
                .contains(
                        "--namespace balagh get deployments,horizontalpodautoscalers --selector app.kubernetes.io/part-of=balagh");
    }

    @Test
    void goesOnWithoutAPodThatCannotBeReached() throws Exception {
        // Given
        environment.put("FAKE_PODS", "unreachable");

        // When
        var ending = run("status");

        // Then
        assertThat(ending.status()).isZero();
        assertThat(ending.output())
                .contains("no way to pod/intake-0: error: pods \"gone\" not found")
                .containsPattern("(?m)^dispatch +- +- +- +-$");
    }

    @Test
    void readsTheClocks() throws Exception {
        // When
        var ending = run("clocks");

        // Then
        assertThat(ending.output().lines())
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("STAGE"),
                        stage -> assertThat(stage).matches("REPORTED_UNTIL_TAKEN_IN +0 +- +- +-"),
                        stage -> assertThat(stage).matches("TAKEN_IN_UNTIL_READY +14 +21.0 +88.0 +-"));
    }

    @Test
    void saysThatNobodyKnowsTheClocks() throws Exception {
        // Given
        environment.put("FAKE_PODS", "none");

        // When
        var ending = run("clocks");

        // Then
        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.output()).contains("no pod of dispatch runs in the namespace balagh");
    }

    @Test
    void countsDeadLettersByTopic() throws Exception {
        // Then
        assertThat(run("dead-letters").output())
                .containsPattern("(?m)^  dispatch +3$")
                .containsPattern("(?m)^ +2  dispatch +balagh\\.intake\\.reports\\.v1$")
                .containsPattern("(?m)^ +1  dispatch +balagh\\.analysis\\.dossiers\\.v1$");
        assertThat(run("dead-letters", "balagh.analysis.dossiers.v1").output())
                .contains("balagh.analysis.dossiers.v1")
                .doesNotContain("balagh.intake.reports.v1");
    }

    @Test
    void replaysDeadLettersByAJobFromTheTemplate() throws Exception {
        // When
        var ending = run("replay-dead-letters", "dispatch");

        // Then
        assertThat(ending.status()).as(ending.output()).isZero();
        assertThat(ending.calls())
                .satisfiesExactly(
                        running -> assertThat(running).contains("status.phase!=Succeeded,status.phase!=Failed"),
                        created -> assertThat(created)
                                .matches(
                                        "--namespace balagh create job replay-dispatch-[0-9-]{15} --from cronjob/replay-dead-letters-dispatch"),
                        followed -> assertThat(followed).contains("logs job/replay-dispatch-", "--follow"),
                        asked -> assertThat(asked).contains("get job replay-dispatch-"));
        assertThat(Overlays.built("production"))
                .anyMatch(manifest -> manifest.is("CronJob") && manifest.name().equals("replay-dead-letters-dispatch"));
    }

    @ParameterizedTest
    @CsvSource({"running, are being replayed already", "failed, failed; what it did not come to"})
    void saysThatDeadLettersAreNotReplayed(String state, String why) throws Exception {
        // Given
        environment.put("FAKE_REPLAY", state);

        // When
        var ending = run("replay-dead-letters", "dispatch");

        // Then
        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.output()).contains(why);
    }

    @Test
    void provesCustodyByAJobFromTheTemplate() throws Exception {
        // When
        var ending = run("prove-custody");

        // Then
        assertThat(ending.status()).as(ending.output()).isZero();
        assertThat(ending.output()).contains("Custody is proved by prove-custody-");
        assertThat(ending.calls())
                .satisfiesExactly(
                        created -> assertThat(created)
                                .matches(
                                        "--namespace balagh create job prove-custody-[0-9-]{15} --from cronjob/prove-custody"),
                        followed -> assertThat(followed).contains("logs job/prove-custody-", "--follow"),
                        asked -> assertThat(asked).contains("get job prove-custody-"));
        assertThat(Overlays.built("production"))
                .anyMatch(manifest -> manifest.is("CronJob") && manifest.name().equals("prove-custody"));
    }

    @Test
    void saysThatCustodyIsNotProved() throws Exception {
        // Given
        environment.put("FAKE_PROOF", "failed");

        // When
        var ending = run("prove-custody");

        // Then
        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.output()).contains("custody is not proved");
    }

    @Test
    void pollsASourceInTheNameOfWhomTheTokenBelongsTo() throws Exception {
        // Given
        environment.put("BALAGH_TOKEN", "a.b.c");

        // When
        var ending = run("poll-source", ID);

        // Then
        assertThat(ending.status()).as(ending.output()).isZero();
        assertThat(requests).containsExactly("POST /api/v1/sources/" + ID + "/poll Bearer a.b.c");
        assertThat(ending.calls()).last().isEqualTo("--namespace balagh port-forward service/intake :8081");
    }

    @Test
    void speaksToPodsThatListenWithTlsAlone() throws Exception {
        // Given
        pod.stop(0);
        serve(encrypted());
        environment.put("FAKE_SCHEME", "HTTPS");
        environment.put("BALAGH_TOKEN", "a.b.c");

        // Then
        assertThat(run("clocks").output()).contains("TAKEN_IN_UNTIL_READY");
        assertThat(run("poll-source", ID).output()).contains("The source is polled within seconds");
        assertThat(requests).contains("POST /api/v1/sources/" + ID + "/poll Bearer a.b.c");
    }

    private HttpServer encrypted() throws Exception {
        var file = folder.resolve("pod.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=intake")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        var password = "changeit".toCharArray();
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(file.toFile(), password), password);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    @ParameterizedTest
    @CsvSource({
        "401, does not take the token",
        "403, is no intake officer",
        "404, there is no source",
        "503, answers 503"
    })
    void saysWhyASourceIsNotPolled(int answer, String why) throws Exception {
        // Given
        environment.put("BALAGH_TOKEN", "a.b.c");
        pollAnswer = answer;

        // When
        var ending = run("poll-source", ID);

        // Then
        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.output()).contains(why).doesNotContain("a.b.c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "restart intake | rollout restart deployment/intake; rollout status deployment/intake --timeout 10m",
                "rollback portal | rollout undo deployment/portal; rollout status deployment/portal --timeout 10m",
                "logs analysis --since 2h | logs --selector app.kubernetes.io/name=analysis --since 2h --tail=-1 --prefix --max-log-requests=20",
                "logs analysis -f | logs --selector app.kubernetes.io/name=analysis --since 10m --tail=-1 --prefix --max-log-requests=20 --follow"
            })
    void asksKubectl(String task, String calls) throws Exception {
        // When
        var ending = run(("-n balagh-local " + task).split(" "));

        // Then
        assertThat(ending.status()).as(ending.output()).isZero();
        assertThat(ending.calls())
                .containsExactlyElementsOf(List.of(calls.split("; ")).stream()
                        .map(call -> "--namespace balagh-local " + call)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "intake | 3 | patch horizontalpodautoscalers intake --type merge --patch {\"spec\":{\"minReplicas\":3,\"maxReplicas\":6}}",
                "intake | 9 | patch horizontalpodautoscalers intake --type merge --patch {\"spec\":{\"minReplicas\":9,\"maxReplicas\":9}}",
                "analysis-worker | 4 | patch scaledobjects.keda.sh analysis-worker --type merge --patch {\"spec\":{\"minReplicaCount\":4,\"maxReplicaCount\":12}}",
                "portal | 2 | scale deployment/portal --replicas 2"
            })
    void movesTheBoundsOfWhateverScales(String service, String replicas, String call) throws Exception {
        // When
        var ending = run("scale", service, replicas);

        // Then
        assertThat(ending.status()).as(ending.output()).isZero();
        assertThat(ending.calls()).last().isEqualTo("--namespace balagh " + call);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "explode | there is no task 'explode'",
                "restart kafka | there is no service 'kafka'",
                "restart | usage: kubectl balagh restart SERVICE",
                "scale intake none | 'none' is no number of replicas",
                "scale intake 0 | '0' is no number of replicas",
                "replay-dead-letters portal | 'portal' has no dead letters to replay",
                "logs intake --since | --since needs an age",
                "poll-source 7 | '7' is no id of a source",
                "poll-source 0199a0b4-3f6e-7c1d-9a55-0c8f1d2e3b4a | BALAGH_TOKEN is not set",
                "-n | -n needs a namespace"
            })
    void saysWhatIsMissing(String line, String what) throws Exception {
        // When
        var ending = run(line.split(" "));

        // Then
        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.output()).contains(what);
        assertThat(ending.calls()).isEmpty();
    }

    private Ending run(String... arguments) throws IOException, InterruptedException {
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
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ending(process.exitValue(), Files.readString(output), Files.readAllLines(calls));
    }
}
