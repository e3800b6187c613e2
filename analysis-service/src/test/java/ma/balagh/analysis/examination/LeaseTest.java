package ma.balagh.analysis.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.media.Media;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.EvidenceExamined;
import ma.balagh.contracts.analysis.ExaminationOutcome;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.taskqueue.LeaseLostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an examination whose worker is not heard of again. */
@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class LeaseTest {

    @TempDir
    Path directory;

    @Inject
    Database database;

    @Inject
    ExaminationConclusionService conclusion;

    @Inject
    ExaminationQueue queue;

    @SuppressWarnings("NullAway.Init") // set by IntakeStand
    IntakeStand intake;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    @Test
    void takesOverFromAWorkerThatDiedAndEndsOnce() throws Exception {
        // Given: a worker holds it, and from one moment on it is another one's that is dead
        byte[] clip = Files.readAllBytes(Media.clip(directory.resolve("a.mp4"), "testsrc2=s=320x240", 1));
        UUID evidenceId = IdGenerator.next();
        CountDownLatch latch = intake.hold(evidenceId);
        intake.put(evidenceId, clip);
        new Arrivals(intake, kafka).tell(evidenceId, Arrivals.sha256(clip), clip.length, "MA");
        await().until(() -> intake.requestsFor(evidenceId).size() == 1);
        database.execute("""
                update examination
                set lease_owner = gen_random_uuid(), lease_until = now() - interval '1 second'
                where evidence_id = ?
                """, evidenceId);

        // When
        await().atMost(Duration.ofSeconds(20))
                .until(() -> intake.requestsFor(evidenceId).size() == 2);
        latch.countDown();

        // Then
        var examined = new Arrivals(intake, kafka).awaitExamined(evidenceId);
        assertThat(examined.outcome()).isEqualTo(ExaminationOutcome.COMPLETED);
        assertThat(database.one(Integer.class, "select attempts from examination where evidence_id = ?", evidenceId))
                .isEqualTo(2);
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(10))
                .until(() -> kafka.events(EvidenceExamined.class).stream()
                                .filter(event -> event.evidenceId().equals(evidenceId))
                                .count()
                        == 1);
    }

    @Test
    void givesUpAMediumThatEndedTwoWorkers() {
        // Given: the second one is gone, too
        UUID evidenceId = IdGenerator.next();
        insertRunning(evidenceId, 1, "now() - interval '1 day'");

        // When
        var examined = new Arrivals(intake, kafka).awaitExamined(evidenceId);

        // Then
        assertThat(examined.outcome()).isEqualTo(ExaminationOutcome.UNREADABLE);
        assertThat(intake.requestsFor(evidenceId)).isEmpty();
        assertThat(database.one(Long.class, """
                        select count(*)
                        from finding
                        join examination on examination.id = examination_id
                        where evidence_id = ? and method = 'examination.completion' and result = 'FAIL'
                        """, evidenceId)).isEqualTo(1);
    }

    @Test
    void letsAnExaminationRestThatLostASecondWorker() {
        // Given
        UUID evidenceId = IdGenerator.next();
        insertRunning(evidenceId, 1, "now() - interval '5 seconds'");

        // Then: neither given up nor taken up at once
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(10))
                .until(() -> database.one(Integer.class, """
                                select lost_leases from examination
                                where evidence_id = ? and state = 'RUNNING'
                                """, evidenceId) == 1);
        assertThat(intake.requestsFor(evidenceId)).isEmpty();
    }

    @Test
    void triesAMediumOnceMoreOnWhichAWorkerFailed() throws Exception {
        // Given
        byte[] clip = Files.readAllBytes(Media.clip(directory.resolve("a.mp4"), "testsrc2=s=320x240", 1));
        UUID evidenceId = IdGenerator.next();
        intake.put(evidenceId, clip);
        insertRunning(evidenceId, 0, "now() + interval '1 hour'");
        database.execute("update examination set sha256 = ? where evidence_id = ?", Arrivals.sha256(clip), evidenceId);

        // When
        queue.tasks().lose(taskOf(evidenceId), "a parser fell over");

        // Then
        assertThat(new Arrivals(intake, kafka).awaitExamined(evidenceId).outcome())
                .isEqualTo(ExaminationOutcome.COMPLETED);
        assertThat(database.one(Integer.class, "select lost_leases from examination where evidence_id = ?", evidenceId))
                .isEqualTo(1);
    }

    @Test
    void keepsAWorkerThatLostItsLeaseFromWriting() {
        // Given
        UUID evidenceId = IdGenerator.next();
        insertRunning(evidenceId, 0, "now() + interval '1 hour'");
        var stale =
                new ExaminationTask(idOf(evidenceId), evidenceId, "0".repeat(64), UUID.randomUUID(), 0, Instant.now());
        var results = new ExaminationResults.Unreadable(List.of(CompletionStatement.afterAttempts(1)));

        // Then
        assertThatThrownBy(() -> conclusion.conclude(stale, results)).isInstanceOf(LeaseLostException.class);
        assertThat(database.one(Long.class, """
                        select count(*)
                        from finding
                        join examination on examination.id = examination_id
                        where evidence_id = ?
                        """, evidenceId)).isZero();
    }

    private ExaminationTask taskOf(UUID evidenceId) {
        return new ExaminationTask(
                idOf(evidenceId),
                evidenceId,
                database.one(String.class, "select sha256 from examination where evidence_id = ?", evidenceId),
                database.one(UUID.class, "select lease_owner from examination where evidence_id = ?", evidenceId),
                0,
                Instant.now());
    }

    private UUID idOf(UUID evidenceId) {
        return database.one(UUID.class, "select id from examination where evidence_id = ?", evidenceId);
    }

    private void insertRunning(UUID evidenceId, int lostLeases, String leaseUntil) {
        database.execute("""
                insert into examination
                    (id, evidence_id, sha256, media_type, jurisdiction, state, lease_owner, lease_until,
                     lost_leases, not_before, queued_at)
                values (?, ?, repeat('0', 64), 'video/mp4', 'MA', 'RUNNING', gen_random_uuid(), %s, ?, now(), now())
                """.formatted(leaseUntil), IdGenerator.next(), evidenceId, lostLeases);
    }
}
