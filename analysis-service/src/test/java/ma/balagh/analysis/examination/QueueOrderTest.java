package ma.balagh.analysis.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.Database;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QueueOrderTest.NoWorkers.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class QueueOrderTest {

    private static final Instant NOW = Instant.now();

    /** A queue that only the test takes from. */
    public static final class NoWorkers implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.arc.exclude-types", "ma.balagh.analysis.dossier.CaseFiles",
                    "balagh.examination.workers", "0");
        }
    }

    @Inject
    Examinations examinations;

    @Inject
    ExaminationQueue queue;

    @Inject
    Database database;

    @BeforeEach
    void empty() {
        database.execute("delete from examination");
    }

    @Test
    void beginsWithWhatShouldBeLookedAtFirst() {
        // Given
        UUID later = queued(NOW.plusSeconds(3600));
        UUID overdue = queued(NOW.minusSeconds(3600));
        UUID soon = queued(NOW.plusSeconds(60));

        // Then: what has waited too long comes before what is urgent now
        assertThat(claimed(3)).containsExactly(overdue, soon, later);
    }

    @Test
    void putsWhatLostAWorkerBehindTheOthersWhateverJoins() {
        // Given
        UUID lost = queued(NOW.minusSeconds(3600));
        assertThat(claimed(1)).containsExactly(lost);
        database.execute("update examination set lease_until = now() - interval '1 second'");
        assertThat(claimed(1)).containsExactly(lost);
        database.execute("update examination set state = 'QUEUED', lease_owner = null, lease_until = null");
        UUID other = queued(NOW.plus(Duration.ofHours(6)));

        // When
        order(lost, NOW.minusSeconds(3600));

        // Then
        assertThat(claimed(2)).containsExactly(other, lost);
    }

    private List<UUID> claimed(int count) {
        return Stream.generate(() -> queue.claim())
                .limit(count)
                .map(task -> task.orElseThrow().evidenceId())
                .toList();
    }

    @Transactional
    UUID queued(Instant lookBy) {
        UUID evidenceId = IdGenerator.next();
        examinations.queue(evidenceId, "0".repeat(64), "video/mp4", "MA");
        examinations.examineBy(List.of(evidenceId), lookBy);
        return evidenceId;
    }

    @Transactional
    void order(UUID evidenceId, Instant lookBy) {
        examinations.examineBy(List.of(evidenceId), lookBy);
    }
}
