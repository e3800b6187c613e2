package ma.balagh.intake.evidence;

import static ma.balagh.intake.People.COMMANDER;
import static ma.balagh.intake.People.OTHER_PARTNER;
import static ma.balagh.intake.evidence.OldCases.content;
import static ma.balagh.intake.evidence.OldCases.custody;
import static ma.balagh.intake.evidence.OldCases.describe;
import static ma.balagh.intake.evidence.OldCases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.http.Roles;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** The store has bytes once, of which several do not know that others filed them, too. */
@QuarkusTest
final class SharedBytesTest {

    private final OldCases cases;
    private final DirectoryStore store;
    private final EvidenceBytesEraser bytes;
    private final EvidenceConfig config;
    private final byte[] clip = Clips.mp4();

    SharedBytesTest(OldCases cases, DirectoryStore store, EvidenceBytesEraser bytes, EvidenceConfig config) {
        this.cases = cases;
        this.store = store;
        this.bytes = bytes;
        this.config = config;
    }

    @Test
    void keepsTheBytesOfManyWhoBringThemAtOnce() throws Exception {
        // Given
        List<TestTokens> partners = IntStream.range(0, 4)
                .mapToObj(i -> TestTokens.of("partner-" + i, Roles.PARTNER))
                .toList();
        // When: each twice
        List<Future<UUID>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = Stream.concat(partners.stream(), partners.stream())
                    .map(partner -> threads.submit(() -> Filed.by(partner).medium(partner, clip)))
                    .toList();
        }
        // Then
        List<UUID> ids = answers.stream().map(Future::resultNow).distinct().toList();
        assertThat(ids).hasSize(partners.size());
        for (UUID id : ids) {
            assertThat(content(id).statusCode(200).extract().asByteArray()).isEqualTo(clip);
        }
    }

    @Test
    void letsTheBytesGoWithTheLastThatKeepsThem() {
        // Given
        UUID first = cases.closed(clip, "11 years");
        UUID second = Filed.by(OTHER_PARTNER).medium(OTHER_PARTNER, clip);
        // When
        run(COMMANDER);
        bytes.sweep();
        // Then: who knows of the first alone learns of no other
        content(first).statusCode(410);
        describe(first).body("bytesRemain", equalTo(false));
        assertThat(content(second).statusCode(200).extract().asByteArray()).isEqualTo(clip);
        // When
        cases.answer(cases.reportOf(second), "11 years");
        cases.secured(second, "12 years");
        run(COMMANDER);
        bytes.sweep();
        // Then
        content(second).statusCode(410);
        assertThat(file()).doesNotExist();
    }

    @Test
    void keepsBytesThatAStrangerBringsWhileTheyAreErased() {
        // Given
        UUID first = cases.closed(clip, "11 years");
        var begun = new AtomicBoolean();
        QuarkusMock.installMockForType(
                new ActingStore(
                        store,
                        kept -> {
                            if (begun.compareAndSet(false, true)) {
                                run(COMMANDER);
                            }
                        },
                        store::erase),
                EvidenceStore.class);
        // When
        UUID second = Filed.by(OTHER_PARTNER).medium(OTHER_PARTNER, clip);
        bytes.sweep();
        // Then
        content(first).statusCode(410);
        assertThat(content(second).statusCode(200).extract().asByteArray()).isEqualTo(clip);
        custody(second).body("items.action", equalTo(List.of("SECURED", "CONSULTED")));
    }

    @Test
    void tellsDamageToAllThatHaveTheBytes() throws IOException {
        // Given
        UUID first = cases.closed(clip, "1 year");
        UUID second = Filed.by(OTHER_PARTNER).medium(OTHER_PARTNER, clip);
        Files.delete(file());
        // When
        content(second).statusCode(500);
        // Then
        custody(first).body("items.action", equalTo(List.of("SECURED", "DAMAGED")));
        // When
        Filed.by(OTHER_PARTNER).medium(OTHER_PARTNER, clip);
        // Then
        custody(first).body("items.action", equalTo(List.of("SECURED", "DAMAGED", "RESTORED")));
        custody(second)
                .body("items.action", equalTo(List.of("SECURED", "DAMAGED", "RESTORED", "SIGHTED", "CONSULTED")));
    }

    private Path file() {
        return config.directory().resolve(new Sha256Digest(Clips.sha256(clip)).path());
    }
}
