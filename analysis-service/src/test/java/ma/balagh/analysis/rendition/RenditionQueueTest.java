package ma.balagh.analysis.rendition;

import static ma.balagh.analysis.rendition.Studios.ANALYST;
import static ma.balagh.analysis.rendition.Studios.PLAYABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import ma.balagh.analysis.examination.IntakeStand;
import ma.balagh.analysis.examination.LaboratoryProfile;
import ma.balagh.analysis.examination.LaboratoryVisit;
import ma.balagh.analysis.media.Media;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.taskqueue.LeaseLostException;
import org.junit.jupiter.api.Test;

/** What becomes of renditions whose workers die, of media that cannot be rendered, and of what nobody looks at. */
@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class RenditionQueueTest extends LaboratoryVisit {

    @Inject
    RenditionQueue queue;

    @Inject
    RenditionExpiryScheduler expiry;

    @Test
    void beginsAgainWhenAWorkerDiedAndEndsOnce() throws Exception {
        // Given: a worker waits for intake, and from one moment on its rendition is another one's that is dead
        UUID evidence = examined(Media.clip(directory.resolve("a.mp4"), Media.cells(311), 1));
        CountDownLatch intakeAnswers = arrivals.held(evidence);
        UUID id = ANALYST.ordered(examinationOf(evidence), PLAYABLE);
        ANALYST.awaits(id, "RUNNING");

        // When
        update("""
                update rendition set lease_owner = gen_random_uuid(), lease_until = now() - interval '1 second'
                where id = ?
                """, id);
        intakeAnswers.countDown();

        // Then
        ANALYST.awaits(id, "READY").then().body("frames", equalTo(25));
        assertThat(database.one(Integer.class, "select lost_leases from rendition where id = ?", id))
                .isEqualTo(1);
        assertThat(ANALYST.content(id)).isNotEmpty();
    }

    @Test
    void keepsAWorkerThatLostItsLeaseFromWriting() throws Exception {
        // Given
        UUID id = ready(312);
        var stale = new RenditionTask(
                id, UUID.randomUUID(), "0".repeat(64), RenditionRequest.PLAYABLE, UUID.randomUUID(), 0);

        // Then
        assertThatThrownBy(() -> queue.fail(stale, "ABANDONED", null)).isInstanceOf(LeaseLostException.class);
        queue.tell(stale, 0.5);
        assertThat(number("select count(*) from rendition where id = ? and progress = 1", id))
                .isEqualTo(1);
        ANALYST.reads(id).then().body("state", equalTo("READY"));
    }

    @Test
    void givesUpWhatTwoWorkersWereLostOn() throws Exception {
        // Given
        UUID evidence = examined(Media.clip(directory.resolve("b.mp4"), Media.cells(313), 1));
        CountDownLatch intakeAnswers = arrivals.held(evidence);
        UUID id = ANALYST.ordered(examinationOf(evidence), PLAYABLE);
        ANALYST.awaits(id, "RUNNING");

        // When
        update("""
                update rendition
                set lease_owner = gen_random_uuid(), lease_until = now() - interval '1 second', lost_leases = 1
                where id = ?
                """, id);
        intakeAnswers.countDown();

        // Then
        ANALYST.awaits(id, "FAILED").then().body("reason", equalTo("ABANDONED")).body("content", nullValue());
        ANALYST.why().get("/api/v1/renditions/{id}/content", id).then().statusCode(410);
        assertThat(ANALYST.orders(examinationOf(evidence), PLAYABLE).statusCode())
                .isEqualTo(201);
    }

    @Test
    void saysWhyAMediumCannotBeShown() throws Exception {
        // Given
        UUID evidence =
                arrivals.secured("no medium at all".getBytes(java.nio.charset.StandardCharsets.UTF_8), "MA-CAS");
        arrivals.awaitExamined(evidence);

        // When
        UUID id = ANALYST.ordered(examinationOf(evidence), PLAYABLE);

        // Then
        ANALYST.awaits(id, "FAILED").then().body("reason", equalTo("NO_MEDIUM"));
    }

    @Test
    void waitsForIntakeThatIsAway() throws Exception {
        // Given
        UUID evidence = examined(Media.clip(directory.resolve("c.mp4"), Media.cells(314), 1));
        arrivals.intakeIsAway(true);
        UUID id = ANALYST.ordered(examinationOf(evidence), PLAYABLE);
        await().until(() -> database.one(Integer.class, "select failures from rendition where id = ?", id) > 1);

        // When
        arrivals.intakeIsAway(false);

        // Then
        ANALYST.awaits(id, "READY");
    }

    @Test
    void removesTheBytesOfWhatNobodyLooksAtAndTellsStillWhatWasDone() throws Exception {
        // Given
        UUID used = ready(315);
        UUID unused = ready(316);
        update("update rendition set last_used_at = now() - interval '8 days' where id = ?", used);
        assertThat(ANALYST.content(used)).isNotEmpty();
        update("update rendition set last_used_at = now() - interval '8 days' where id = ?", unused);

        // When
        expiry.sweep();

        // Then
        ANALYST.reads(used).then().body("state", equalTo("READY"));
        ANALYST.reads(unused)
                .then()
                .body("state", equalTo("EXPIRED"))
                .body("content", nullValue())
                .body("record.commands.size()", equalTo(1));
        ANALYST.why().get("/api/v1/renditions/{id}/content", unused).then().statusCode(410);
        assertThat(number("select count(*) from rendition_piece where rendition_id = ?", unused))
                .isZero();
    }

    @Test
    void hidesARectangleInEachPictureAndRemovesTheSound() throws Exception {
        // Given
        Path clip = Media.clip(
                directory.resolve("d.mp4"), "testsrc2=s=320x240:r=10", 2, "-f", "lavfi", "-i", "sine", "-t", "2");
        UUID evidence = examined(clip);
        var right = Map.of("left", 0.5, "top", 0, "right", 1, "bottom", 1);

        // When
        UUID id = ANALYST.ordered(
                examinationOf(evidence), Map.of("kind", "REDACTED", "faces", false, "rectangles", List.of(right)));
        ANALYST.awaits(id, "READY")
                .then()
                .body("frames", equalTo(20))
                .body("record.hidden.pictures", equalTo(20))
                .body("sound", equalTo("REMOVE"));

        // Then
        Path film = java.nio.file.Files.write(directory.resolve("film.mp4"), ANALYST.content(id));
        Path pixels = Media.copy(
                directory.resolve("right.gray"), film, "-vf", "crop=140:220:170:10,format=gray", "-f", "rawvideo");
        byte[] seen = java.nio.file.Files.readAllBytes(pixels);
        assertThat(seen).hasSize(20 * 140 * 220);
        for (int picture = 0; picture < 20; picture++) {
            assertThat(spread(seen, picture * 140 * 220, 140 * 220)).isLessThan(16);
        }
        assertThat(Media.reader(directory, Map.of())).isNotNull();
    }

    private static int spread(byte[] pixels, int from, int count) {
        int darkest = 255;
        int brightest = 0;
        for (int k = from; k < from + count; k++) {
            darkest = Math.min(darkest, Byte.toUnsignedInt(pixels[k]));
            brightest = Math.max(brightest, Byte.toUnsignedInt(pixels[k]));
        }
        return brightest - darkest;
    }

    private UUID ready(int seed) throws Exception {
        UUID evidence = examined(Media.clip(directory.resolve(seed + ".mp4"), Media.cells(seed), 1));
        UUID id = ANALYST.ordered(examinationOf(evidence), PLAYABLE);
        ANALYST.awaits(id, "READY");
        return id;
    }

    private UUID examinationOf(UUID evidenceId) {
        return database.one(UUID.class, "select id from examination where evidence_id = ?", evidenceId);
    }

    private void update(String sql, UUID id) {
        database.execute(sql, id);
    }

    private long number(String sql, UUID id) {
        return database.one(Long.class, sql, id);
    }
}
