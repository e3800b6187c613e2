package ma.balagh.analysis.rendition;

import static ma.balagh.analysis.rendition.Studios.ANALYST;
import static ma.balagh.analysis.rendition.Studios.PURPOSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import ma.balagh.analysis.examination.IntakeStand;
import ma.balagh.analysis.examination.LaboratoryProfile;
import ma.balagh.analysis.examination.LaboratoryVisit;
import ma.balagh.analysis.media.Media;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class StillResourceTest extends LaboratoryVisit {

    @Test
    void stepsFromPictureToPictureFetchingTheMediumOnce() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("a.mp4"), "testsrc2=s=320x240:r=25", 3);
        UUID evidence = arrivals.secured(clip);
        UUID examination = arrivals.awaitExamined(evidence).examinationId();
        int fetches = arrivals.fetches(evidence);

        // When
        var here = still(examination, "1.5")
                .statusCode(200)
                .contentType("image/jpeg")
                .header("X-Picture-At", "1.480000")
                .header("X-Picture-Previous", "1.440000")
                .extract();
        var next = still(examination, here.header("X-Picture-Next"))
                .statusCode(200)
                .extract();
        var back = still(examination, next.header("X-Picture-Previous")).extract();

        // Then
        assertThat(next.header("X-Picture-At")).isEqualTo("1.520000");
        assertThat(back.asByteArray()).isEqualTo(here.asByteArray());
        assertThat(next.asByteArray()).isNotEqualTo(here.asByteArray());
        assertThat(arrivals.fetches(evidence)).isEqualTo(fetches + 1);
        assertThat(looks(examination)).containsExactly("1.48 " + PURPOSE, "1.52 " + PURPOSE, "1.48 " + PURPOSE);
    }

    @Test
    void refusesWhatIsNoTimeAndWhoSaysNoPurpose() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("b.mp4"), Media.cells(321), 1);
        UUID examination = arrivals.awaitExamined(arrivals.secured(clip)).examinationId();

        // Then
        for (String nonsense : List.of("-1", "NaN", "1e9", "999999", "soon")) {
            still(examination, nonsense).statusCode(400).body("violations[0].field", equalTo("at"));
        }
        still(examination, "90000").body("violations[0].message", endsWith("at most 86400"));
        ANALYST.request()
                .get("/api/v1/examinations/{id}/still?at=0", examination)
                .then()
                .statusCode(428);
    }

    @Test
    void hasNothingToShowOfASound() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("c.mp3"), "sine", 1);
        UUID examination = arrivals.awaitExamined(arrivals.secured(clip)).examinationId();

        // Then
        still(examination, "0")
                .statusCode(409)
                .body("type", endsWith("/problems/nothing-to-see"))
                .body("detail", equalTo("it is only heard"));
        ANALYST.why()
                .get("/api/v1/examinations/{id}/contact-sheet", examination)
                .then()
                .statusCode(404);
    }

    @Test
    void asksToComeAgainWhenTooManyLook() throws Exception {
        // Given: one place, and somebody who waits for intake there
        Path clip = Media.clip(directory.resolve("d.mp4"), Media.cells(322), 1);
        UUID evidence = arrivals.secured(clip);
        UUID examination = arrivals.awaitExamined(evidence).examinationId();
        CountDownLatch intakeAnswers = arrivals.held(evidence);
        int fetches = arrivals.fetches(evidence);
        // Not on the common pool, which carries what intake answers.
        var first = CompletableFuture.supplyAsync(
                () -> still(examination, "0"), task -> Thread.ofVirtual().start(task));
        await().until(() -> arrivals.fetches(evidence) > fetches);

        // Then
        still(examination, "0").statusCode(429).header("Retry-After", "3");
        ANALYST.why()
                .get("/api/v1/examinations/{id}/contact-sheet", examination)
                .then()
                .statusCode(429)
                .header("Retry-After", "3");
        intakeAnswers.countDown();
        first.get().statusCode(200);
    }

    @Test
    void drawsAContactSheet() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("e.mp4"), "testsrc2=s=320x180:r=10", 6);
        UUID examination = arrivals.awaitExamined(arrivals.secured(clip)).examinationId();

        // When
        byte[] sheet = ANALYST.why()
                .get("/api/v1/examinations/{id}/contact-sheet", examination)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();

        // Then
        var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(sheet));
        assertThat(image.getWidth()).isEqualTo(4 * (320 + 8));
        assertThat(image.getHeight()).isEqualTo(3 * (180 + 30));
        assertThat(looks(examination)).containsExactly("- " + PURPOSE);
    }

    private static ValidatableResponse still(UUID examination, String at) {
        return ANALYST.why()
                .queryParam("at", at)
                .get("/api/v1/examinations/{id}/still", examination)
                .then();
    }

    private List<String> looks(UUID examinationId) {
        return database.list(String.class, """
                select coalesce(picture_at_s::text, '-') || ' ' || purpose
                from still_look where examination_id = ? order by id
                """, examinationId);
    }
}
