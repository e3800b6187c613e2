package ma.balagh.analysis.rendition;

import static ma.balagh.analysis.rendition.Studios.ANALYST;
import static ma.balagh.analysis.rendition.Studios.PLAYABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import ma.balagh.analysis.examination.Arrivals;
import ma.balagh.analysis.examination.IntakeStand;
import ma.balagh.analysis.examination.LaboratoryProfile;
import ma.balagh.analysis.examination.LaboratoryVisit;
import ma.balagh.analysis.media.Media;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.SuiteService;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.intake.EvidenceErased;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

/** What stays of evidence whose bytes intake keeps no more. */
@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class ErasedEvidenceTest extends LaboratoryVisit {

    @Test
    void removesWhatShowsItAndKeepsWhatWasFound() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("a.mp4"), Media.FRACTAL, 4);
        byte[] bytes = Files.readAllBytes(clip);
        UUID evidence = arrivals.secured(clip);
        UUID examination = arrivals.awaitExamined(evidence).examinationId();
        UUID rendition = ANALYST.ordered(examination, PLAYABLE);
        ANALYST.awaits(rendition, "READY");
        read(examination).body("frames", not(empty())).body("erasedAt", nullValue());
        // When
        arrivals.erased(evidence, bytes);
        awaitErased(examination);
        // Then
        read(examination)
                .body("state", equalTo("COMPLETED"))
                .body("frames", empty())
                .body("findings", not(empty()));
        for (String picture : new String[] {"frames/0", "still?at=1", "contact-sheet"}) {
            look(examination, picture).statusCode(410).body("type", endsWith("/problems/evidence-erased"));
        }
        ANALYST.reads(rendition).then().body("state", equalTo("EXPIRED")).body("record.resultSha256", notNullValue());
        ANALYST.why()
                .get("/api/v1/renditions/{id}/content", rendition)
                .then()
                .statusCode(410)
                .body("type", endsWith("/problems/evidence-erased"));
        ANALYST.orders(examination, Map.of("kind", "REDACTED", "faces", true))
                .then()
                .statusCode(410);
        assertThat(pieces(evidence)).isZero();
        // Then: footage that circulates again is recognised
        UUID copy = examined(Media.clip(directory.resolve("b.mp4"), Media.FRACTAL, 3, "-b:v", "300k"));
        ANALYST.request()
                .get("/api/v1/examinations?evidenceId={id}", copy)
                .then()
                .body("items[0].matches.with.id", hasItem(evidence.toString()));
    }

    @Test
    void showsItAgainOnceTheSameBytesCameAgainAndNeverForAnOldWord() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("c.mp4"), Media.cells(901), 2);
        byte[] bytes = Files.readAllBytes(clip);
        UUID evidence = arrivals.secured(clip);
        UUID examination = arrivals.awaitExamined(evidence).examinationId();
        UUID eventId = IdGenerator.next();
        EvidenceErased erased = arrivals.erased(evidence, bytes);
        awaitErased(examination);
        // When
        arrivals.securedAgain(evidence, bytes);
        await().untilAsserted(() -> read(examination).body("erasedAt", nullValue()));
        // Then
        look(examination, "still?at=1").statusCode(200);
        // When: told once more, late and twice, and then something else
        kafka.publish(eventId, erased);
        kafka.publish(eventId, erased);
        UUID next = arrivals.secured(Media.clip(directory.resolve("d.mp4"), Media.cells(902), 1));
        arrivals.awaitExamined(next);
        arrivals.securedAgain(evidence, bytes);
        // Then
        await().until(() -> inbox(eventId) == 1);
        read(examination).body("erasedAt", nullValue());
        look(examination, "still?at=1").statusCode(200);
    }

    @Test
    void waitsForNothingThatCanNeverBeExaminedUntilItComesAgain() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("e.mp4"), Media.cells(903), 1);
        byte[] bytes = Files.readAllBytes(clip);
        arrivals.intakeIsAway(true);
        UUID evidence = arrivals.secured(clip);
        await().until(() -> arrivals.fetches(evidence) > 0);
        // When
        arrivals.erased(evidence, bytes);
        arrivals.intakeIsAway(false);
        // Then
        await().until(() -> isReady(dossierOf(evidence)));
        // When
        arrivals.securedAgain(evidence, bytes);
        // Then
        UUID examination = arrivals.awaitExamined(evidence).examinationId();
        read(examination).body("state", equalTo("COMPLETED")).body("frames", not(empty()));
    }

    @Test
    void keepsNoPictureThatAWorkerHadInHand() throws Exception {
        // Given: a worker that waits for the bytes
        Path clip = Media.clip(directory.resolve("f.mp4"), Media.cells(904), 1);
        byte[] bytes = Files.readAllBytes(clip);
        UUID evidence = arrivals.given(bytes);
        CountDownLatch answers = arrivals.held(evidence);
        arrivals.securedAgain(evidence, bytes);
        await().until(() -> arrivals.fetches(evidence) > 0);
        // When: the word comes first, the bytes were on their way
        kafka.publish(new EvidenceErased(
                evidence, Arrivals.sha256(bytes), java.time.Instant.now().plusSeconds(1)));
        await().until(() -> isReady(dossierOf(evidence)));
        answers.countDown();
        // Then
        UUID examination = arrivals.awaitExamined(evidence).examinationId();
        read(examination)
                .body("state", equalTo("COMPLETED"))
                .body("findings", not(empty()))
                .body("frames", empty());
    }

    @Test
    void putsAsideAWordThatIsNone() {
        // Given
        UUID evidence = IdGenerator.next();
        // When
        kafka.send(
                Topic.EVIDENCE.topicName(),
                evidence.toString(),
                "{\"evidenceId\": \"%s\"}".formatted(evidence).getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", IdGenerator.next().toString(),
                        "ce_source", "intake",
                        "ce_type", "balagh.intake.EvidenceErased.v1",
                        "ce_subject", evidence.toString()));
        // Then
        await().until(() -> kafka.deadLetters(Topic.EVIDENCE, SuiteService.ANALYSIS).stream()
                .anyMatch(letter -> evidence.toString().equals(letter.key())));
    }

    private void awaitErased(UUID examination) {
        await().untilAsserted(() -> read(examination).body("erasedAt", notNullValue()));
    }

    private long pieces(UUID evidence) {
        return number("""
                select count(*) from rendition_piece join rendition on rendition.id = rendition_id where evidence_id = ?
                """, evidence);
    }

    private long inbox(UUID eventId) {
        return number("select count(*) from inbox where event_id = ?", eventId);
    }

    private boolean isReady(UUID dossier) {
        return number("select count(*) from dossier where dossier_id = ? and ready_at is not null", dossier) == 1;
    }

    private long number(String sql, UUID id) {
        return database.one(Long.class, sql, id);
    }

    private static ValidatableResponse read(UUID examination) {
        return ANALYST.request().get("/api/v1/examinations/{id}", examination).then();
    }

    private static ValidatableResponse look(UUID examination, String picture) {
        return ANALYST.why()
                .get("/api/v1/examinations/" + examination + "/" + picture)
                .then();
    }
}
