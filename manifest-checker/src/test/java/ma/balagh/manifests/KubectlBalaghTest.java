package ma.balagh.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the plugin shows, and what it asks kubectl for. */
class KubectlBalaghTest {

    @AutoClose
    @SuppressWarnings("NullAway.Init") // by prepare
    private Plugin plugin;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        plugin = new Plugin(folder);
    }

    @Test
    void explainsItself() throws Exception {
        // When
        var ending = plugin.run("help");

        // Then
        assertThat(ending.status()).isZero();
        assertThat(ending.output()).contains("status", "logs SERVICE", "clocks", "rollback SERVICE");
        assertThat(plugin.run().output()).isEqualTo(ending.output());
    }

    @Test
    void showsWhatRunsAndWhatWaits() throws Exception {
        // When
        var ending = plugin.run("status");

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
        plugin.environment.put("FAKE_PODS", "unreachable");

        // When
        var ending = plugin.run("status");

        // Then
        assertThat(ending.status()).isZero();
        assertThat(ending.output())
                .contains("no way to pod/intake-0: error: pods \"gone\" not found")
                .containsPattern("(?m)^dispatch +- +- +- +-$");
    }

    @Test
    void readsTheClocks() throws Exception {
        // When
        var ending = plugin.run("clocks");

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
        plugin.environment.put("FAKE_PODS", "none");

        // When
        var ending = plugin.run("clocks");

        // Then
        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.output()).contains("no pod of dispatch runs in the namespace balagh");
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
        var ending = plugin.run(("-n balagh-local " + task).split(" "));

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
        var ending = plugin.run("scale", service, replicas);

        // Then
        assertThat(ending.status()).as(ending.output()).isZero();
        assertThat(ending.calls()).last().isEqualTo("--namespace balagh " + call);
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "analysis-worker"})
    void startsWhatStandsAtNothingAndNoAutoscalerWouldStart(String service) throws Exception {
        // Given
        plugin.environment.put("FAKE_REPLICAS", "0");

        // When
        var ending = plugin.run("scale", service, "3");

        // Then
        assertThat(ending.status()).as(ending.output()).isZero();
        assertThat(ending.calls()).last().isEqualTo("--namespace balagh scale deployment/" + service + " --replicas 3");
        assertThat(ending.calls()).anyMatch(call -> call.contains(" patch "));
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
        var ending = plugin.run(line.split(" "));

        // Then
        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.output()).contains(what);
        assertThat(ending.calls()).isEmpty();
    }
}
