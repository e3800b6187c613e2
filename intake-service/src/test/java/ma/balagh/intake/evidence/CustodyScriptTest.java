package ma.balagh.intake.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.INTERNAL_AFFAIRS;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossierForwarded;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs the script of docs/custody-chain.md on what the service answers. */
@QuarkusTest
final class CustodyScriptTest {

    private static final Pattern SCRIPT = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);

    private record Run(int status, String output) {}

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    @BeforeEach
    void needsPython() {
        assumeTrue(hasPython(), "python3 is not on this machine");
    }

    @Test
    void verifiesAChainAlsoForWhoMayNotSeeAllOfIt() throws Exception {
        // Given: the same bytes in a report about misconduct and in one that everybody sees
        byte[] clip = Clips.mp4();
        Filed misconduct = Filed.by(PARTNER);
        UUID id = misconduct.medium(PARTNER, clip);
        Filed visible = Filed.by(OFFICER);
        visible.medium(OFFICER, clip);
        forward(misconduct);
        // When
        String forAnalyst = custody(ANALYST, id);
        String forAffairs = custody(INTERNAL_AFFAIRS, id);
        // Then
        assertThat(forAnalyst)
                .contains(visible.id().toString())
                .doesNotContain(misconduct.id().toString())
                .doesNotContain("partner-press");
        assertThat(forAffairs).contains(misconduct.id().toString());
        assertThat(verify(forAnalyst).output()).contains("intact: 2 entries, 1 not shown");
        assertThat(verify(forAffairs).output()).contains("intact: 2 entries, 0 not shown");
    }

    @Test
    void verifiesAChainInPages() throws Exception {
        // Given
        Filed filed = Filed.by(OFFICER);
        byte[] clip = Clips.mp4();
        UUID id = filed.medium(OFFICER, clip);
        filed.medium(OFFICER, clip);
        filed.medium(OFFICER, clip);
        // When
        var pages = new StringBuilder();
        String next = null;
        do {
            var request = as(ANALYST).queryParam("limit", 1);
            var page = (next == null ? request : request.queryParam("cursor", next))
                    .get("/api/v1/evidence/" + id + "/custody");
            pages.append(page.asString()).append('\n');
            next = page.path("next");
        } while (next != null);
        // Then
        assertThat(pages.toString().lines()).hasSize(3);
        assertThat(verify(pages.toString()).output()).contains("intact: 3 entries, 0 not shown");
    }

    @Test
    void findsAChainThatWasChanged() throws Exception {
        // Given
        UUID id = Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        String chain = custody(ANALYST, id);
        // Then
        assertThat(verify(chain).status()).isZero();
        assertThat(verify(chain.replace("\"intake\"", "\"nobody\"")).status()).isNotZero();
        assertThat(verify(chain.replace("0".repeat(64), "1".repeat(64))).status())
                .isNotZero();
    }

    private void forward(Filed filed) {
        UUID dossier = IdGenerator.next();
        kafka.publish(new ReportJoined(dossier, filed.id(), Instant.now()));
        kafka.publish(new DossierForwarded(dossier, Instant.now(), List.of(filed.id()), List.of()));
        await().until(() -> as(ANALYST).get("/api/v1/reports/" + filed.id()).statusCode() == 404);
    }

    private static String custody(TestTokens person, UUID id) {
        return as(person).get("/api/v1/evidence/" + id + "/custody").asString();
    }

    private static Run verify(String chain) throws IOException, InterruptedException {
        var script = SCRIPT.matcher(Files.readString(Path.of("../docs/custody-chain.md")));
        assertThat(script.find()).isTrue();
        var python = new ProcessBuilder("python3", "-c", script.group(1))
                .redirectErrorStream(true)
                .start();
        try (var in = python.getOutputStream()) {
            in.write(chain.getBytes(UTF_8));
        }
        var output = new String(python.getInputStream().readAllBytes(), UTF_8);
        return new Run(python.waitFor(), output);
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
