package ma.balagh.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the plugin has the suite do: replay, prove, poll. */
class KubectlBalaghTasksTest {

    private static final String ID = "0199a0b4-3f6e-7c1d-9a55-0c8f1d2e3b4a";

    @AutoClose
    @SuppressWarnings("NullAway.Init") // by prepare
    private Plugin plugin;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        plugin = new Plugin(folder);
    }

    @Test
    void countsDeadLettersByTopic() throws Exception {
        // Then
        assertThat(plugin.run("dead-letters").output())
                .containsPattern("(?m)^  dispatch +3$")
                .containsPattern("(?m)^ +2  dispatch +balagh\\.intake\\.reports\\.v1$")
                .containsPattern("(?m)^ +1  dispatch +balagh\\.analysis\\.dossiers\\.v1$");
        assertThat(plugin.run("dead-letters", "balagh.analysis.dossiers.v1").output())
                .contains("balagh.analysis.dossiers.v1")
                .doesNotContain("balagh.intake.reports.v1");
    }

    @Test
    void replaysDeadLettersByAJobFromTheTemplate() throws Exception {
        // When
        var ending = plugin.run("replay-dead-letters", "dispatch");

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
        plugin.environment.put("FAKE_REPLAY", state);

        // When
        var ending = plugin.run("replay-dead-letters", "dispatch");

        // Then
        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.output()).contains(why);
    }

    @Test
    void provesCustodyByAJobFromTheTemplate() throws Exception {
        // When
        var ending = plugin.run("prove-custody");

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
        plugin.environment.put("FAKE_PROOF", "failed");

        // When
        var ending = plugin.run("prove-custody");

        // Then
        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.output()).contains("custody is not proved");
    }

    @Test
    void pollsASourceInTheNameOfWhomTheTokenBelongsTo() throws Exception {
        // Given
        plugin.environment.put("BALAGH_TOKEN", "a.b.c");

        // When
        var ending = plugin.run("poll-source", ID);

        // Then
        assertThat(ending.status()).as(ending.output()).isZero();
        assertThat(plugin.requests).containsExactly("POST /api/v1/sources/" + ID + "/poll Bearer a.b.c");
        assertThat(ending.calls()).last().isEqualTo("--namespace balagh port-forward service/intake :8081");
    }

    @Test
    void speaksToPodsThatListenWithTlsAlone() throws Exception {
        // Given
        plugin.listenWithTls();
        plugin.environment.put("BALAGH_TOKEN", "a.b.c");

        // Then
        assertThat(plugin.run("clocks").output()).contains("TAKEN_IN_UNTIL_READY");
        assertThat(plugin.run("poll-source", ID).output()).contains("The source is polled within seconds");
        assertThat(plugin.requests).contains("POST /api/v1/sources/" + ID + "/poll Bearer a.b.c");
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
        plugin.environment.put("BALAGH_TOKEN", "a.b.c");
        plugin.answer = answer;

        // When
        var ending = plugin.run("poll-source", ID);

        // Then
        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.output()).contains(why).doesNotContain("a.b.c");
    }
}
