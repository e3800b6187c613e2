package ma.balagh.analysis.examination;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.media.ExifPicture;
import ma.balagh.analysis.media.Media;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.ExaminationOutcome;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class ExaminationTest {

    @TempDir
    Path directory;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by IntakeStand
    IntakeStand intake;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    private Arrivals arrivals;

    @BeforeEach
    void openTheCounter() {
        arrivals = new Arrivals(intake, kafka);
    }

    @Test
    void examinesAVideoAndShowsFindingsAndStills() throws Exception {
        // Given
        Path clip = Media.clip(
                directory.resolve("a.mp4"),
                "testsrc2=s=640x360:r=25",
                3,
                "-metadata",
                "creation_time=2016-07-30T21:15:00Z");

        // When
        UUID evidenceId = arrivals.secured(clip);
        var examined = arrivals.awaitExamined(evidenceId);

        // Then
        assertThat(examined.outcome()).isEqualTo(ExaminationOutcome.COMPLETED);
        assertThat(examined.examinedAt()).isAfter(examined.queuedAt());
        read(examined.examinationId())
                .body("state", equalTo("COMPLETED"))
                .body("evidenceId", equalTo(evidenceId.toString()))
                .body(
                        "findings.method",
                        hasItems(
                                "evidence.digest",
                                "media.container",
                                "media.decoding",
                                "media.duration",
                                "metadata.recorded-on",
                                "metadata.location",
                                "footage.comparison"))
                .body("findings.find { it.method == 'metadata.recorded-on' }.result", equalTo("PASS"))
                .body("findings.find { it.method == 'metadata.location' }.result", equalTo("UNKNOWN"))
                .body("findings.find { it.method == 'evidence.digest' }.result", equalTo("PASS"))
                .body("frames", hasSize(12));
        assertThat(intake.requestsFor(evidenceId)).singleElement().satisfies(request -> {
            assertThat(request.purpose()).isEqualTo("Examination " + examined.examinationId());
            assertThat(request.authorization()).startsWith("Bearer ");
        });
    }

    @Test
    void findsWhatACameraWroteIntoAPicture() throws Exception {
        // Given: a phone that knew when, but not where
        byte[] picture =
                Files.readAllBytes(Media.clip(directory.resolve("a.jpg"), "mandelbrot=s=320x240", 1, "-frames:v", "1"));
        byte[] exif = new ExifPicture()
                .text(0x010F, "Apple")
                .text(0x9003, "2016:07:30 22:15:00")
                .text(0x9011, "+01:00")
                .place("N", new int[] {0, 1, 0, 1, 0, 1}, "E", new int[] {0, 1, 0, 1, 0, 1})
                .block(ByteOrder.BIG_ENDIAN);

        // When
        UUID evidenceId = arrivals.secured(ExifPicture.in("jpg", picture, exif), "MA-CAS");

        // Then
        read(arrivals.awaitExamined(evidenceId).examinationId())
                .body("findings.find { it.method == 'metadata.recorded-on' }.result", equalTo("PASS"))
                .body(
                        "findings.find { it.method == 'metadata.recorded-on' }.detail",
                        equalTo("Recorded, according to the file: 30 July 2016 21:15:00 UTC; device: Apple"))
                .body("findings.find { it.method == 'metadata.location' }.result", equalTo("UNKNOWN"))
                .body(
                        "findings.find { it.method == 'metadata.location' }.code",
                        equalTo("metadata.location.not-known-to-recorder"));
    }

    @Test
    void readsAPictureWhoseModelHasCharactersThatNoDocumentCanHold() throws Exception {
        // Given
        byte[] picture =
                Files.readAllBytes(Media.clip(directory.resolve("a.jpg"), "mandelbrot=s=320x240", 1, "-frames:v", "1"));
        byte[] exif = new ExifPicture()
                .text(0x010F, "Apple")
                .text(0x0110, "iPhone\uFFFF")
                .text(0x9003, "2016:07:30 22:15:00")
                .text(0x9011, "+01:00")
                .block(ByteOrder.BIG_ENDIAN);

        // When
        UUID examinationId = arrivals.awaitExamined(arrivals.secured(ExifPicture.in("jpg", picture, exif), "MA"))
                .examinationId();

        // Then
        read(examinationId)
                .body(
                        "findings.find { it.method == 'metadata.recorded-on' }.detail",
                        equalTo("Recorded, according to the file: 30 July 2016 21:15:00 UTC; device: Apple iPhone"));

        // When: a finding of a version that left them in
        database.execute("""
                update finding set facts = jsonb_set(facts, '{device}', to_jsonb('Apple iPhone' || U&'\\FFFF'))
                where examination_id = ? and method = 'metadata.recorded-on'
                """, examinationId);

        // Then
        read(examinationId)
                .body("findings.find { it.method == 'metadata.recorded-on' }.detail", containsString("Apple iPhone"));
    }

    @Test
    void showsAMirroredCopyOnBothExaminationsAndNothingUnrelated() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("original.mp4"), Media.cells(22), 6, "-pix_fmt", "yuv420p");
        Path copy =
                Media.copy(directory.resolve("copy.mp4"), clip, "-vf", "hflip,scale=426:240", "-ss", "1", "-crf", "32");
        Path other = Media.clip(directory.resolve("other.mp4"), Media.CELLS, 4, "-pix_fmt", "yuv420p");
        UUID original = arrivals.secured(clip);
        arrivals.awaitExamined(original);
        UUID unrelated = arrivals.secured(other);

        // When
        UUID mirrored = arrivals.secured(copy);
        arrivals.awaitExamined(mirrored);
        arrivals.awaitExamined(unrelated);

        // Then
        list(mirrored)
                .body("items[0].matches", hasSize(1))
                .body("items[0].matches[0].with.id", equalTo(original.toString()))
                .body("items[0].matches[0].with.kind", equalTo("EVIDENCE"))
                .body(
                        "items[0].matches[0].with.dossierId",
                        equalTo(dossierOf(original).toString()))
                .body("items[0].matches[0].transformation", equalTo("MIRRORED"));
        list(original)
                .body("items[0].matches", hasSize(1))
                .body("items[0].matches[0].with.id", equalTo(mirrored.toString()))
                .body("items[0].matches[0].transformation", equalTo("MIRRORED"));
        list(unrelated).body("items[0].matches", empty());
        var span = list(mirrored).extract().jsonPath();
        assertThat(span.getDouble("items[0].matches[0].spans[0].otherFrom")
                        - span.getDouble("items[0].matches[0].spans[0].from"))
                .as("one second was cut off")
                .isBetween(0.7, 1.3);
    }

    @Test
    void findsTwoSimilarMediaThatAreExaminedAtTheSameMoment() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("one.mp4"), Media.cells(21), 3);
        Path copy = Media.copy(directory.resolve("two.mp4"), clip, "-crf", "35");

        // When
        UUID one = arrivals.secured(clip);
        UUID two = arrivals.secured(copy);
        arrivals.awaitExamined(one);
        arrivals.awaitExamined(two);

        // Then
        list(one).body("items[0].matches.with.id", hasItem(two.toString()));
        list(two).body("items[0].matches.with.id", hasItem(one.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "empty", "truncated", "playlist"})
    void endsWhatCannotBeReadWithAFinding(String kind) throws Exception {
        // Given
        byte[] clip = Files.readAllBytes(Media.clip(directory.resolve("a.mp4"), "testsrc2=s=320x240", 1));
        byte[] bytes = switch (kind) {
            case "text" -> "This is not a video.".getBytes(StandardCharsets.UTF_8);
            case "empty" -> new byte[0];
            case "truncated" -> Arrays.copyOf(clip, clip.length / 2);
            default -> "#EXTM3U\n#EXTINF:1.0,\nfile:///etc/passwd\n".getBytes(StandardCharsets.UTF_8);
        };

        // When
        var examined = arrivals.awaitExamined(arrivals.secured(bytes, "MA"));

        // Then
        assertThat(examined.outcome()).isEqualTo(ExaminationOutcome.UNREADABLE);
        read(examined.examinationId())
                .body("state", equalTo("UNREADABLE"))
                .body("findings.find { it.method == 'media.container' }.result", equalTo("FAIL"))
                .body("frames", empty());
    }

    @Test
    void endsBytesThatAreNotThoseThatWereSecuredWithAFinding() {
        // Given
        UUID evidenceId = IdGenerator.next();
        intake.put(evidenceId, "something else".getBytes(StandardCharsets.UTF_8));

        // When
        arrivals.tell(evidenceId, Arrivals.sha256("the original".getBytes(StandardCharsets.UTF_8)), 12, "MA");
        var examined = arrivals.awaitExamined(evidenceId);

        // Then
        assertThat(examined.outcome()).isEqualTo(ExaminationOutcome.UNREADABLE);
        read(examined.examinationId()).body("findings[0].result", equalTo("FAIL"));
        assertThat(intake.requestsFor(evidenceId)).hasSize(3);
    }

    @Test
    void waitsForIntakeAsLongAsItIsAway() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("a.mp4"), "testsrc2=s=320x240", 1);
        intake.goAway(true);
        UUID evidenceId = arrivals.secured(clip);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> intake.requestsFor(evidenceId).size() >= 3);

        // When
        intake.goAway(false);

        // Then
        assertThat(arrivals.awaitExamined(evidenceId).outcome()).isEqualTo(ExaminationOutcome.COMPLETED);
    }

    private ValidatableResponse read(UUID examinationId) {
        return analyst().get("/api/v1/examinations/" + examinationId).then().statusCode(200);
    }

    private ValidatableResponse list(UUID evidenceId) {
        return analyst()
                .queryParam("evidenceId", evidenceId)
                .get("/api/v1/examinations")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification analyst() {
        return bearer(TestTokens.of("analyst", Roles.ANALYST));
    }

    private static RequestSpecification bearer(TestTokens token) {
        return given().auth().oauth2(token.sign());
    }

    private UUID dossierOf(UUID evidenceId) {
        return database.one(UUID.class, "select dossier_id from dossier_evidence where evidence_id = ?", evidenceId);
    }
}
