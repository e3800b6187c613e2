package ma.balagh.intake.evidence;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.AUDITOR;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.platform.network.PortProbe;
import org.junit.jupiter.api.Test;

/** The service with an object store in the directory's place. */
@QuarkusTest
final class BucketEvidenceTest {

    private final TestObjectStore server = TestObjectStore.shared();
    private final EvidenceConfig config;
    private final StagingDirectory staging;
    private final byte[] clip = Clips.mp4();
    private final Sha256Digest digest = new Sha256Digest(Clips.sha256(clip));

    BucketEvidenceTest(EvidenceConfig config, StagingDirectory staging) {
        this.config = config;
        this.staging = staging;
    }

    @Test
    void givesTheBytesItselfUnlessToldOtherwise() {
        // Given
        use(Map.of());
        UUID id = Filed.by(OFFICER).medium(OFFICER, clip);
        // Then
        assertThat(look(id).asByteArray()).isEqualTo(clip);
        Response part = as(ANALYST)
                .header("X-Purpose", "comparing two recordings")
                .header("Range", "bytes=5-9")
                .get(content(id));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(clip, 5, 10));
    }

    @Test
    void redirectsWhoeverSaidWhyAndRecordsItBefore() {
        // Given
        use(Map.of("presigned", "true"));
        UUID id = Filed.by(OFFICER).medium(OFFICER, clip);
        as(ANALYST).redirects().follow(false).get(content(id)).then().statusCode(428);
        // When
        Response redirect = look(id);
        // Then
        redirect.then().statusCode(307).header("Cache-Control", "no-store");
        assertThat(RestAssured.given()
                        .urlEncodingEnabled(false)
                        .get(redirect.header("Location"))
                        .asByteArray())
                .isEqualTo(clip);
        as(AUDITOR)
                .get("/api/v1/evidence/" + id + "/custody")
                .then()
                .body("items.action", equalTo(List.of("SECURED", "CONSULTED")));
        as(ANALYST)
                .redirects()
                .follow(false)
                .header("X-Purpose", "comparing two recordings")
                .header("Range", "bytes=999999-")
                .get(content(id))
                .then()
                .statusCode(416);
    }

    @Test
    void showsNothingOfATamperedObjectAndTakesTheOriginalBack() {
        // Given
        use(Map.of("presigned", "true"));
        Filed filed = Filed.by(OFFICER);
        UUID id = filed.medium(OFFICER, clip);
        byte[] other = clip.clone();
        other[30_000] ^= 1;
        server.overwrite(digest, other);
        // When
        look(id).then().statusCode(500).body("type", equalTo("/problems/evidence-damaged"));
        filed.medium(OFFICER, clip);
        // Then
        look(id).then().statusCode(307);
        as(AUDITOR)
                .get("/api/v1/evidence/" + id + "/custody")
                .then()
                .body("intact", equalTo(true))
                .body("items.action", equalTo(List.of("SECURED", "DAMAGED", "RESTORED", "SIGHTED", "CONSULTED")));
    }

    @Test
    void holdsTheEndBackOfWhatTheStoresOwnDiskChanged() throws Exception {
        // Given
        use(Map.of());
        UUID id = Filed.by(OFFICER).medium(OFFICER, clip);
        byte[] other = clip.clone();
        other[30_000] ^= 1;
        // When
        server.rot(clip, other);
        // Then
        look(id).then().statusCode(500).body("type", equalTo("/problems/evidence-damaged"));
        as(AUDITOR)
                .get("/api/v1/evidence/" + id + "/custody")
                .then()
                .body("items.action", equalTo(List.of("SECURED", "DAMAGED", "CONSULTED")));
    }

    @Test
    void asksForPatienceWhileTheStoreIsAway() throws Exception {
        // Given
        use(Map.of());
        Filed filed = Filed.by(OFFICER);
        UUID id = filed.medium(OFFICER, clip);
        // When
        use(Map.of("endpoint", "http://localhost:" + PortProbe.anyFree(), "attempts", "1"));
        // Then
        look(id).then().statusCode(503).header("Retry-After", "30").body("type", equalTo("/problems/unavailable"));
        as(OFFICER)
                .contentType("video/mp4")
                .body(Clips.mp4())
                .post("/api/v1/reports/" + filed.id() + "/media")
                .then()
                .statusCode(503)
                .header("Retry-After", "30");
        RestAssured.get("/q/health/ready").then().statusCode(503);
        as(AUDITOR)
                .get("/api/v1/evidence/" + id + "/custody")
                .then()
                .body("items.action", equalTo(List.of("SECURED", "CONSULTED")));
    }

    /** For the test that is running. */
    private void use(Map<String, String> settings) {
        QuarkusMock.installMockForType(
                TestObjectStore.store(config, staging, server.settings(settings), Clock.systemUTC()),
                EvidenceStore.class);
    }

    private static Response look(UUID id) {
        return as(ANALYST)
                .redirects()
                .follow(false)
                .header("X-Purpose", "comparing two recordings")
                .get(content(id));
    }

    private static String content(UUID id) {
        return "/api/v1/evidence/" + id + "/content";
    }
}
