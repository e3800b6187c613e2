package ma.balagh.intake.upload;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.OTHER_PARTNER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class UploadResourceTest {

    private static final Path UPLOADS = Path.of("target/evidence/uploads");

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    @Test
    void securesWhatComesInPieceByPiece() {
        // Given
        Filed filed = Filed.by(PARTNER);
        byte[] clip = Clips.mp4();
        // When
        Tus upload = Tus.of(PARTNER, filed, clip.length);
        upload.head()
                .statusCode(200)
                .header("Upload-Offset", "0")
                .header("Upload-Length", Integer.toString(clip.length))
                .header("Upload-Metadata", Tus.metadata(filed))
                .header("Upload-Expires", matchesPattern("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT"))
                .header("Cache-Control", containsString("no-store"))
                .header("Tus-Resumable", "1.0.0");
        upload.patch(clip, 0, 3).statusCode(204).header("Upload-Offset", "3").header("Tus-Resumable", "1.0.0");
        upload.patch(clip, 3, 20_000).statusCode(204).header("Upload-Offset", "20000");
        upload.read()
                .statusCode(200)
                .body("reportId", equalTo(filed.id().toString()))
                .body("offset", equalTo(20_000))
                .body("length", equalTo(clip.length))
                .body("expiresAt", notNullValue())
                .body("evidenceId", nullValue());
        String evidenceId = upload.patch(clip, 20_000, clip.length)
                .statusCode(204)
                .header("Upload-Offset", Integer.toString(clip.length))
                .header("Link", endsWith("\"related\""))
                .extract()
                .header("Balagh-Evidence");
        // Then
        as(PARTNER)
                .get("/api/v1/reports/" + filed.id())
                .then()
                .body("media.evidenceId", equalTo(List.of(evidenceId)))
                .body("media.sha256", equalTo(List.of(Clips.sha256(clip))))
                .body("media.fileName", equalTo(List.of("فيديو.mp4")));
        as(OFFICER)
                .get("/api/v1/evidence/" + evidenceId + "/custody")
                .then()
                .body("intact", equalTo(true))
                .body("items.action", equalTo(List.of("SECURED")))
                .body("items.actor", equalTo(List.of("partner-press")));
        var told = kafka.await(
                EvidenceSecured.class, event -> event.evidenceId().toString().equals(evidenceId));
        assertThat(told.size()).isEqualTo(clip.length);
        upload.head()
                .statusCode(200)
                .header("Upload-Offset", Integer.toString(clip.length))
                .header("Balagh-Evidence", evidenceId);
        upload.read().body("evidenceId", equalTo(evidenceId)).body("expiresAt", nullValue());
        upload.patch(clip.length, new byte[0]).statusCode(204).header("Balagh-Evidence", evidenceId);
        upload.patch(clip, 20_000, clip.length).statusCode(409);
        assertThat(UPLOADS.resolve(upload.id().toString())).doesNotExist();
    }

    @Test
    void isForWhoeverBringsMedia() {
        // Given
        Tus upload = Tus.of(PARTNER, Filed.by(PARTNER), 10_000);
        // Then
        given().header("Tus-Resumable", "1.0.0").head(upload.path()).then().statusCode(401);
        new Tus(ANALYST, upload.path()).head().statusCode(403);
        for (TestTokens stranger : List.of(OTHER_PARTNER, OFFICER)) {
            var theirs = new Tus(stranger, upload.path());
            theirs.head().statusCode(404);
            theirs.read().statusCode(404);
            theirs.patch(0, Clips.mp4(1, 100)).statusCode(404);
            theirs.delete().statusCode(404);
        }
    }

    @Test
    void takesOnlyWhatContinuesTheUpload() {
        // Given
        byte[] clip = Clips.mp4();
        Tus upload = Tus.of(PARTNER, Filed.by(PARTNER), clip.length);
        upload.patch(clip, 0, 10_000).statusCode(204);
        // Then
        upload.patch(clip, 0, 10_000).statusCode(409).body("detail", containsString("10000"));
        upload.patch(clip, 20_000, 30_000).statusCode(409);
        upload.patch(10_000, new byte[clip.length]).statusCode(413);
        upload.patching(10_000)
                .contentType("video/mp4")
                .body(new byte[1])
                .patch(upload.path())
                .then()
                .statusCode(415);
        upload.request()
                .contentType(Tus.BYTES)
                .body(new byte[1])
                .patch(upload.path())
                .then()
                .statusCode(400);
        assertThat(upload.offset()).isEqualTo(10_000);
    }

    @Test
    void checksTheBytesOfARequest() throws Exception {
        // Given
        byte[] clip = Clips.mp4();
        Tus upload = Tus.of(PARTNER, Filed.by(PARTNER), clip.length);
        var algorithms = Map.of("sha1", "SHA-1", "sha256", "SHA-256", "md5", "MD5");
        int offset = 0;
        for (var algorithm : algorithms.entrySet()) {
            byte[] chunk = Arrays.copyOfRange(clip, offset, offset + 10_000);
            byte[] digest = MessageDigest.getInstance(algorithm.getValue()).digest(chunk);
            String checksum = algorithm.getKey() + " " + Base64.getEncoder().encodeToString(digest);
            // When
            chunk[5_000]++;
            upload.patching(offset)
                    .header("Upload-Checksum", checksum)
                    .body(chunk)
                    .patch(upload.path())
                    .then()
                    .statusCode(460)
                    .body("type", equalTo("/problems/checksum-mismatch"));
            assertThat(upload.offset()).isEqualTo(offset);
            chunk[5_000]--;
            upload.patching(offset)
                    .header("Upload-Checksum", checksum)
                    .body(chunk)
                    .patch(upload.path())
                    .then()
                    .statusCode(204);
            offset += 10_000;
        }
        for (String malformed : List.of("crc32 AAAA", "sha1", "sha1 !!")) {
            upload.patching(offset)
                    .header("Upload-Checksum", malformed)
                    .body(new byte[10])
                    .patch(upload.path())
                    .then()
                    .statusCode(400);
        }
        // Then
        String evidenceId = upload.patch(clip, offset, clip.length)
                .statusCode(204)
                .extract()
                .header("Balagh-Evidence");
        as(PARTNER).get("/api/v1/evidence/" + evidenceId).then().body("sha256", equalTo(Clips.sha256(clip)));
    }

    @Test
    void endsWhatIsNoMediumAsSoonAsItShows() {
        // Given
        byte[] text = "this is no video".repeat(1000).getBytes(UTF_8);
        Filed filed = Filed.by(PARTNER);
        Tus upload = Tus.of(PARTNER, filed, text.length);
        upload.patch(text, 0, 4_000).statusCode(204);
        // When
        upload.patch(text, 4_000, 4_100).statusCode(415).body("type", equalTo("/problems/not-a-medium"));
        // Then
        upload.head().statusCode(410);
        upload.patch(text, 4_000, 4_100).statusCode(410).body("detail", containsString("refused"));
        assertThat(UPLOADS.resolve(upload.id().toString())).doesNotExist();
        Tus.of(PARTNER, filed, 5).patch(0, "short".getBytes(UTF_8)).statusCode(415);
    }

    @Test
    void holdsTheSenderToTheAnnouncedDigest() {
        // Given
        byte[] clip = Clips.mp4();
        Filed filed = Filed.by(PARTNER);
        Tus other = Tus.of(PARTNER, clip.length, Tus.metadata(filed, "sha256", Clips.sha256(Clips.mp4())));
        Tus same = Tus.of(PARTNER, clip.length, Tus.metadata(filed, "sha256", Clips.sha256(clip)));
        // Then
        other.patch(clip, 0, clip.length).statusCode(422).body("type", equalTo("/problems/digest-mismatch"));
        other.head().statusCode(410);
        assertThat(UPLOADS.resolve(other.id().toString())).doesNotExist();
        same.patch(clip, 0, clip.length).statusCode(204).header("Balagh-Evidence", notNullValue());
    }

    @Test
    void endsAtTheSendersWish() {
        // Given
        byte[] clip = Clips.mp4();
        Filed filed = Filed.by(PARTNER);
        Tus upload = Tus.of(PARTNER, filed, clip.length);
        upload.patch(clip, 0, 10_000).statusCode(204);
        // When
        upload.request()
                .header("If-Match", "\"never\"")
                .delete(upload.path())
                .then()
                .statusCode(412);
        upload.delete().statusCode(204).header("Tus-Resumable", "1.0.0");
        // Then
        upload.head().statusCode(410);
        upload.patch(clip, 10_000, clip.length).statusCode(410);
        upload.delete().statusCode(410);
        assertThat(UPLOADS.resolve(upload.id().toString())).doesNotExist();
        as(PARTNER).get("/api/v1/reports/" + filed.id()).then().body("media", hasSize(0));
    }

    @Test
    void takesTheMethodFromAHeader() {
        // Given
        byte[] clip = Clips.mp4();
        Tus upload = Tus.of(PARTNER, Filed.by(PARTNER), clip.length);
        // When
        upload.patching(0)
                .header("X-HTTP-Method-Override", "PATCH")
                .body(Arrays.copyOf(clip, 10_000))
                .post(upload.path())
                .then()
                .statusCode(204)
                .header("Upload-Offset", "10000");
        upload.request()
                .header("X-HTTP-Method-Override", "DELETE")
                .post(upload.path())
                .then()
                .statusCode(204);
        // Then
        upload.head().statusCode(410);
        upload.request()
                .header("X-HTTP-Method-Override", "BREW")
                .post(upload.path())
                .then()
                .statusCode(405);
        as(PARTNER)
                .header("X-HTTP-Method-Override", "DELETE")
                .get("/api/v1/reports")
                .then()
                .statusCode(200);
    }

    @Test
    void makesOneEvidenceOfTheSameBytesInEitherWay() {
        // Given
        byte[] clip = Clips.mp4();
        Filed first = Filed.by(PARTNER);
        Filed second = Filed.by(OFFICER);
        UUID evidenceId = first.medium(PARTNER, clip);
        // When
        Tus.of(OFFICER, second, clip.length)
                .patch(clip, 0, clip.length)
                .statusCode(204)
                .header("Balagh-Evidence", evidenceId.toString());
        // Then
        as(OFFICER)
                .get("/api/v1/evidence/" + evidenceId + "/custody")
                .then()
                .body("intact", equalTo(true))
                .body("items.action", equalTo(List.of("SECURED", "SIGHTED")));
    }
}
