package ma.balagh.intake.evidence;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.AUDITOR;
import static ma.balagh.intake.People.LABORATORY;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class ContentResourceTest {

    private static final String PURPOSE = "comparing two recordings";

    private final byte[] clip = Clips.mp4(System.nanoTime(), 300_000);

    @Test
    void givesTheBytesAsTheyCameIn() {
        // Given
        UUID id = Filed.by(OFFICER).medium(OFFICER, clip);
        // When
        var response = looking(ANALYST).get(content(id));
        // Then
        assertThat(response.asByteArray()).isEqualTo(clip);
        response.then()
                .statusCode(200)
                .contentType("video/mp4")
                .header("Content-Length", Integer.toString(clip.length))
                .header("ETag", "\"" + Clips.sha256(clip) + "\"")
                .header("Repr-Digest", Clips.reprDigest(clip))
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void givesARangeToAPlayer() {
        // Given
        UUID id = Filed.by(OFFICER).medium(OFFICER, clip);
        // When
        var response = looking(ANALYST).header("Range", "bytes=100-199").get(content(id));
        // Then
        assertThat(response.asByteArray()).isEqualTo(Arrays.copyOfRange(clip, 100, 200));
        response.then()
                .statusCode(206)
                .header("Content-Range", "bytes 100-199/300000")
                .header("Content-Length", "100");
        looking(ANALYST)
                .header("Range", "bytes=300000-")
                .get(content(id))
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */300000");
    }

    @Test
    void givesEverythingWhenThePlayerHasOtherBytes() {
        // Given
        UUID id = Filed.by(OFFICER).medium(OFFICER, clip);
        RequestSpecification range = looking(ANALYST).header("Range", "bytes=0-9");
        // Then
        range.header("If-Range", "\"other\"").get(content(id)).then().statusCode(200);
        looking(ANALYST)
                .header("Range", "bytes=0-9")
                .header("If-Range", "\"" + Clips.sha256(clip) + "\"")
                .get(content(id))
                .then()
                .statusCode(206);
        looking(ANALYST)
                .header("If-None-Match", "\"" + Clips.sha256(clip) + "\"")
                .get(content(id))
                .then()
                .statusCode(304);
        looking(ANALYST).header("If-Match", "\"other\"").get(content(id)).then().statusCode(412);
    }

    @Test
    void givesNothingToWhoTakesOtherTypesAlone() {
        // Given
        UUID id = Filed.by(OFFICER).medium(OFFICER, clip);
        // When // Then
        looking(ANALYST)
                .accept("application/json")
                .get(content(id))
                .then()
                .statusCode(406)
                .body("type", equalTo("/problems/not-acceptable"));
        looking(ANALYST)
                .accept("text/html, video/*;q=0.5")
                .get(content(id))
                .then()
                .statusCode(200);
    }

    @Test
    void recordsWhoLookedAndWhyOnceWithAllPurposes() {
        // Given
        UUID id = Filed.by(OFFICER).medium(OFFICER, clip);
        // When
        for (int i = 0; i < 3; i++) {
            looking(ANALYST)
                    .header("Range", "bytes=0-9")
                    .get(content(id))
                    .then()
                    .statusCode(206);
        }
        looking(LABORATORY).get(content(id)).then().statusCode(200);
        as(ANALYST)
                .header("X-Purpose", "another purpose")
                .get(content(id))
                .then()
                .statusCode(200);
        // Then
        as(AUDITOR)
                .get("/api/v1/evidence/" + id + "/custody")
                .then()
                .body("intact", equalTo(true))
                .body("items", hasSize(3))
                .body("items.actor", hasItem("analysis-service"))
                .body("items.find { it.actor == 'analyst' }.action", equalTo("CONSULTED"))
                .body("items.find { it.actor == 'analyst' }.detail.purpose", equalTo(PURPOSE))
                .body("items.find { it.actor == 'analyst' }.detail.purpose2", equalTo("another purpose"))
                .body("items.find { it.actor == 'analyst' }.detail.reads", equalTo("4"))
                .body("items.find { it.actor == 'analyst' }.detail.ranges", equalTo("0-299999"));
    }

    @Test
    void showsNothingToWhoMayNotLook() {
        // Given
        UUID id = Filed.by(PARTNER).medium(PARTNER, clip);
        // Then
        as(ANALYST).get(content(id)).then().statusCode(428).body("type", equalTo("/problems/purpose-required"));
        as(ANALYST).header("X-Purpose", "look").get(content(id)).then().statusCode(428);
        looking(PARTNER).get(content(id)).then().statusCode(403);
        looking(RABAT_OFFICER).get(content(id)).then().statusCode(404);
        as(RABAT_OFFICER).get("/api/v1/evidence/" + id).then().statusCode(404);
        as(RABAT_OFFICER).get("/api/v1/evidence/" + id + "/custody").then().statusCode(404);
        as(PARTNER).get("/api/v1/evidence/" + id + "/custody").then().statusCode(403);
    }

    @Test
    void showsNothingOfADamagedFileAndSaysSoUntilTheOriginalComesAgain() throws IOException {
        // Given
        Filed filed = Filed.by(OFFICER);
        UUID id = filed.medium(OFFICER, clip);
        damage();
        // When
        looking(ANALYST)
                .header("Range", "bytes=0-9")
                .get(content(id))
                .then()
                .statusCode(500)
                .body("type", equalTo("/problems/evidence-damaged"));
        looking(ANALYST).get(content(id)).then().statusCode(500);
        // Then
        as(AUDITOR)
                .get("/api/v1/evidence/" + id + "/custody")
                .then()
                .body("items.findAll { it.action == 'DAMAGED' }", hasSize(1));
        // When
        filed.medium(OFFICER, clip);
        // Then
        assertThat(looking(ANALYST).get(content(id)).asByteArray()).isEqualTo(clip);
        as(AUDITOR)
                .get("/api/v1/evidence/" + id + "/custody")
                .then()
                .body("intact", equalTo(true))
                .body("items.action", hasItem("RESTORED"));
    }

    @Test
    void restoresAMissingFileThatNobodyHadNoticed() throws IOException {
        // Given
        Filed filed = Filed.by(OFFICER);
        UUID id = filed.medium(OFFICER, clip);
        Files.delete(file());
        // When
        filed.medium(OFFICER, clip);
        filed.medium(OFFICER, clip);
        // Then
        assertThat(looking(ANALYST).get(content(id)).asByteArray()).isEqualTo(clip);
        as(AUDITOR)
                .get("/api/v1/evidence/" + id + "/custody")
                .then()
                .body("intact", equalTo(true))
                .body(
                        "items.action",
                        equalTo(List.of("SECURED", "DAMAGED", "RESTORED", "SIGHTED", "SIGHTED", "CONSULTED")))
                .body("items[1].detail.reason", equalTo("the file is missing"));
    }

    @Test
    void restoresADamagedFileEvenWhenTheUploadIsARepetition() throws IOException {
        // Given
        Filed filed = Filed.by(OFFICER);
        String key = UUID.randomUUID().toString();
        UUID id = UUID.fromString(upload(filed, key).path("evidenceId"));
        damage();
        // When
        upload(filed, key).then().statusCode(201);
        // Then
        as(AUDITOR)
                .get("/api/v1/evidence/" + id + "/custody")
                .then()
                .body("items.action", equalTo(List.of("SECURED", "DAMAGED", "RESTORED")))
                .body("items[2].actor", equalTo("intake"));
    }

    @Test
    void callsNothingDamagedThatOnlyCannotBeRead() throws IOException {
        // Given
        Filed filed = Filed.by(OFFICER);
        UUID id = filed.medium(OFFICER, clip);
        Path aside = file().resolveSibling("aside");
        Files.move(file(), aside);
        Files.createDirectory(file());
        // When
        var response = looking(ANALYST).get(content(id));
        // Then
        response.then().statusCode(503).header("Retry-After", "30").body("type", equalTo("/problems/unavailable"));
        as(OFFICER)
                .contentType("video/mp4")
                .body(clip)
                .post("/api/v1/reports/" + filed.id() + "/media")
                .then()
                .statusCode(503)
                .header("Retry-After", "30");
        as(AUDITOR)
                .get("/api/v1/evidence/" + id + "/custody")
                .then()
                .body("items.action", equalTo(List.of("SECURED", "CONSULTED")));
        // When
        Files.delete(file());
        Files.move(aside, file());
        // Then
        looking(ANALYST).get(content(id)).then().statusCode(200);
    }

    private Response upload(Filed filed, String key) {
        return as(OFFICER)
                .contentType("video/mp4")
                .header("Idempotency-Key", key)
                .body(clip)
                .post("/api/v1/reports/" + filed.id() + "/media");
    }

    private void damage() throws IOException {
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        byte[] other = clip.clone();
        other[200_000] ^= 1;
        Files.write(file(), other);
    }

    private Path file() {
        String sha256 = Clips.sha256(clip);
        return Path.of("target/evidence/sha256", sha256.substring(0, 2), sha256.substring(2, 4), sha256);
    }

    private static RequestSpecification looking(TestTokens person) {
        return as(person).header("X-Purpose", PURPOSE);
    }

    private static String content(UUID id) {
        return "/api/v1/evidence/" + id + "/content";
    }
}
