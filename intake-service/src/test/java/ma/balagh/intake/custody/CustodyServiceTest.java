package ma.balagh.intake.custody;

import static ma.balagh.intake.People.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class CustodyServiceTest {

    private final CustodyService custody;
    private final Database database;

    CustodyServiceTest(CustodyService custody, Database database) {
        this.custody = custody;
        this.database = database;
    }

    @Test
    void chainsEntriesOfManyWritersAtOnce() throws Exception {
        // Given
        UUID evidenceId = secured();
        List<Callable<Void>> writers = IntStream.range(0, 12)
                .<Callable<Void>>mapToObj(i -> () -> {
                    custody.append(evidenceId, "writer" + i, CustodyAction.SIGHTED, Map.of("reportId", "r" + i));
                    return null;
                })
                .toList();
        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }
        // Then
        List<CustodyEntry> chain = custody.page(evidenceId, 0, Integer.MAX_VALUE, 100);
        assertThat(chain).hasSize(13);
        assertThat(CustodyChainVerifier.verify(chain)).isEqualTo(new CustodyChainVerifier.Result.Intact());
    }

    @Test
    void continuesAChainWhoseEntriesHaveCharactersThatNoDocumentCanHold() {
        // Given
        UUID evidenceId = secured();
        custody.append(evidenceId, "officer", CustodyAction.EXPORTED, Map.of("purpose", "For the court\uFFFF"));
        // When
        custody.append(evidenceId, "officer", CustodyAction.EXPORTED, Map.of("purpose", "For the court"));
        // Then
        List<CustodyEntry> chain = custody.page(evidenceId, 0, Integer.MAX_VALUE, 100);
        assertThat(chain).hasSize(3);
        assertThat(CustodyChainVerifier.verify(chain)).isEqualTo(new CustodyChainVerifier.Result.Intact());
    }

    @Test
    void refusesEveryChangeOfWhatWasWritten() {
        // Given
        UUID evidenceId = secured();
        // Then
        for (String change : List.of(
                "update custody_entry set actor = 'nobody' where evidence_id = '" + evidenceId + "'",
                "delete from custody_entry where evidence_id = '" + evidenceId + "'",
                "truncate custody_entry")) {
            assertThatThrownBy(() -> database.execute(change)).hasMessageContaining("custody_entry is append-only");
        }
    }

    @Test
    void refusesAChainOfNoEvidence() {
        assertThatThrownBy(() -> database.execute("""
                        insert into custody_entry (evidence_id, sequence, at, actor, action, detail, previous_hash, hash)
                        values (?, 1, now(), 'nobody', 'SIGHTED', '{}', repeat('0', 64), repeat('0', 64))
                        """, UUID.randomUUID()))
                .hasMessageContaining("belongs to no evidence");
    }

    private static UUID secured() {
        return Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
    }
}
