package ma.balagh.intake.upload;

import static io.restassured.RestAssured.given;
import static ma.balagh.intake.People.CASABLANCA_OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.http.Roles;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class UploadCreationServiceTest {

    private final Database database;

    UploadCreationServiceTest(Database database) {
        this.database = database;
    }

    @Test
    void saysWhatIsOfferedToWhoeverAsks() {
        for (String path : List.of(Tus.PATH, Tus.PATH + "/" + UUID.randomUUID())) {
            given().options(path)
                    .then()
                    .statusCode(204)
                    .header("Tus-Version", "1.0.0")
                    .header("Tus-Extension", "creation,creation-with-upload,checksum,termination,expiration")
                    .header("Tus-Checksum-Algorithm", "md5,sha1,sha256")
                    .header("Tus-Max-Size", Integer.toString(8 << 20));
        }
    }

    @Test
    void takesTheFirstBytesWithTheCreation() {
        // Given
        Filed filed = Filed.by(PARTNER);
        byte[] clip = Clips.mp4();
        // When
        var answer = Tus.creation(PARTNER, Integer.toString(clip.length), Tus.metadata(filed))
                .contentType(Tus.BYTES)
                .body(Arrays.copyOf(clip, 30_000))
                .post(Tus.PATH)
                .then()
                .statusCode(201)
                .header("Upload-Offset", "30000");
        // Then
        String path = java.net.URI.create(answer.extract().header("Location")).getPath();
        new Tus(PARTNER, path)
                .patch(clip, 30_000, clip.length)
                .statusCode(204)
                .header("Balagh-Evidence", notNullValue());
    }

    @Test
    void speaksOneVersionOnly() {
        // Given
        Tus upload = Tus.of(PARTNER, Filed.by(PARTNER), 10_000);
        // Then
        for (String method : List.of("POST", "HEAD", "PATCH", "DELETE")) {
            String path = method.equals("POST") ? Tus.PATH : upload.path();
            for (var headers : List.of(Map.<String, String>of(), Map.of("Tus-Resumable", "0.2.2"))) {
                as(PARTNER)
                        .headers(headers)
                        .request(method, path)
                        .then()
                        .statusCode(412)
                        .header("Tus-Version", "1.0.0")
                        .header("Tus-Resumable", "1.0.0");
            }
        }
        assertThat(upload.offset()).isZero();
    }

    @Test
    void isForReportsThatTheCallerSees() {
        // Given
        Filed casablanca = Filed.by(CASABLANCA_OFFICER);
        // Then
        for (TestTokens stranger : List.of(RABAT_OFFICER, PARTNER)) {
            Tus.creation(stranger, "100", Tus.metadata(casablanca))
                    .post(Tus.PATH)
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("Upload-Metadata.reportId")));
        }
    }

    @Test
    void namesWhatIsWrongWithAnAnnouncement() {
        // Given
        String metadata = Tus.metadata(Filed.by(PARTNER));
        String report = metadata.substring(0, metadata.indexOf(','));
        // Then
        refuses("100", "filename " + Tus.base64("a.mp4"), 400, "Upload-Metadata.reportId");
        refuses("100", "reportId " + Tus.base64("42"), 400, "Upload-Metadata.reportId");
        refuses("100", "reportId " + Tus.base64(UUID.randomUUID().toString()), 400, "Upload-Metadata.reportId");
        refuses("100", report + ",filename !!", 400, "Upload-Metadata.filename");
        refuses("100", report + "," + report, 400, "Upload-Metadata.reportId");
        refuses("100", report + ",,", 400, "Upload-Metadata");
        refuses("100", report + ",filetype " + Tus.base64("nonsense"), 400, "Upload-Metadata.filetype");
        refuses("100", report + ",filetype " + Tus.base64("text/html"), 415, "Upload-Metadata.filetype");
        refuses("100", report + ",sha256 " + Tus.base64("abc"), 400, "Upload-Metadata.sha256");
        refuses("0", metadata, 400, "Upload-Length");
        refuses("-1", metadata, 400, "Upload-Length");
        refuses("many", metadata, 400, "Upload-Length");
        Tus.request(PARTNER)
                .header("Upload-Defer-Length", "1")
                .header("Upload-Metadata", metadata)
                .post(Tus.PATH)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("Upload-Defer-Length")));
        for (String tooLong : List.of(Integer.toString((8 << 20) + 1), "9".repeat(40))) {
            Tus.creation(PARTNER, tooLong, metadata)
                    .post(Tus.PATH)
                    .then()
                    .statusCode(413)
                    .body("type", equalTo("/problems/medium-too-large"));
        }
    }

    @Test
    void createsOnceForTheSameKey() {
        // Given
        String metadata = Tus.metadata(Filed.by(PARTNER));
        String key = UUID.randomUUID().toString();
        // When
        List<List<String>> answers = List.of("100", "100").stream()
                .map(length -> Tus.creation(PARTNER, length, metadata)
                        .header("Idempotency-Key", key)
                        .post(Tus.PATH)
                        .then()
                        .statusCode(201)
                        .header("Upload-Expires", endsWith(" GMT"))
                        .extract()
                        .headers())
                .map(headers -> List.of(headers.getValue("Location"), headers.getValue("Upload-Expires")))
                .distinct()
                .toList();
        // Then
        assertThat(answers).hasSize(1);
    }

    @Test
    void opensNoMoreThanSoManyForOneCaller() {
        // Given
        TestTokens busy = TestTokens.of("partner-busy-" + UUID.randomUUID(), Roles.PARTNER);
        Filed filed = Filed.by(busy);
        Tus upload = Tus.of(busy, filed, 100);
        // When
        database.execute("""
                insert into upload (id, report_id, created_by, sender, metadata, declared_type, length, position,
                                    status, created_at, expires_at)
                select gen_random_uuid(), report_id, created_by, sender, metadata, declared_type, length, position,
                       status, created_at, expires_at
                from upload, generate_series(1, 199) where id = ?
                """, upload.id());
        // Then
        Tus.creation(busy, "100", Tus.metadata(filed))
                .post(Tus.PATH)
                .then()
                .statusCode(429)
                .body("type", equalTo("/problems/too-many-uploads"));
        upload.delete().statusCode(204);
        Tus.of(busy, filed, 100);
    }

    private static void refuses(String length, String metadata, int status, String field) {
        Tus.creation(PARTNER, length, metadata)
                .post(Tus.PATH)
                .then()
                .statusCode(status)
                .body("violations.field", equalTo(List.of(field)));
    }
}
