package ma.balagh.intake.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.AUDITOR;
import static ma.balagh.intake.People.INTERNAL_AFFAIRS;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import ma.balagh.http.Roles;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.intake.anchor.AnchorScheduler;
import ma.balagh.intake.custody.ConsultationService;
import ma.balagh.platform.test.TestTokens;
import ma.balagh.verifier.BundleClaim;
import ma.balagh.verifier.BundleVerifier;
import ma.balagh.verifier.SignatureVerifier;
import ma.balagh.verifier.TrustAnchors;
import ma.balagh.verifier.VerificationReport;
import org.junit.jupiter.api.Test;

/** Nothing that anybody else is shown tells whether internal affairs read an evidence. */
@QuarkusTest
final class InvisibleReadingTest {

    private static final String PURPOSE = "an inquiry of our own";
    private static final TestTokens OFFICER_OF_INTERNAL_AFFAIRS =
            TestTokens.of("affairs-intake", Roles.INTERNAL_AFFAIRS, Roles.INTAKE_OFFICER);
    private static final List<TestTokens> OTHERS = List.of(ANALYST, AUDITOR, OFFICER);

    private final AnchorScheduler anchoring;
    private final ConsultationService consultations;
    private final MeterRegistry meters;
    private final Database database;

    InvisibleReadingTest(
            AnchorScheduler anchoring, ConsultationService consultations, MeterRegistry meters, Database database) {
        this.anchoring = anchoring;
        this.consultations = consultations;
        this.meters = meters;
        this.database = database;
    }

    @Test
    void changesNothingThatOthersAreShown() {
        // Given
        Filed filed = Filed.by(OFFICER, Filed.REPORT.replaceFirst("\\{", "{\"reporter\": {\"name\": \"Amina\"},"));
        UUID id = filed.medium(OFFICER, Clips.mp4());
        consultations.closeAll();
        anchoring.now();
        List<String> before = shown(id);
        long anchors = anchors();
        // When
        everythingThatInternalAffairsDo(filed.id(), id);
        // Then
        assertThat(shown(id)).isEqualTo(before);
        assertThat(anchors()).isEqualTo(anchors);
        await().during(Duration.ofMillis(1_500))
                .until(() -> meters.get("balagh.custody.unanchored").gauge().value() == 0);
        // When: the compartment's chain is anchored with others
        Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        anchoring.now();
        // Then
        assertThat(shown(id)).isEqualTo(before);
        for (TestTokens person : OTHERS) {
            as(person)
                    .get("/api/v1/evidence/" + id + "/custody/compartment")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void leavesBundlesOfOthersWithTheirOwnEntriesAlone() throws IOException {
        // Given
        Filed filed = Filed.by(OFFICER, Filed.REPORT.replaceFirst("\\{", "{\"reporter\": {\"name\": \"Amina\"},"));
        UUID id = filed.medium(OFFICER, Clips.mp4());
        bundle(ANALYST, id);
        // When
        everythingThatInternalAffairsDo(filed.id(), id);
        byte[] bundle = bundle(ANALYST, id);
        // Then
        Map<String, String> files = unpacked(bundle);
        assertThat(files.get("custody.json"))
                .contains("\"sequence\":3}]")
                .doesNotContain("\"sequence\":4", "affairs", PURPOSE, "IDENTITY_READ", "DISCLOSED", "CONSULTED");
        assertThat(files.keySet()).noneMatch(name -> name.startsWith("compartment/"));
        assertThat(new String(bundle, UTF_8)).doesNotContain("internal-affairs", PURPOSE);
        VerificationReport report = new BundleVerifier(TrustAnchors.NOBODY, new SignatureVerifier())
                .verify(new ByteArrayInputStream(bundle));
        assertThat(report.isAccepted()).isTrue();
        assertThat(report.of(BundleClaim.CUSTODY_SHOWN))
                .singleElement()
                .asString()
                .contains("every entry is shown");
    }

    @Test
    void showsBothChainsToInternalAffairs() throws IOException {
        // Given
        Filed filed = Filed.by(OFFICER, Filed.REPORT.replaceFirst("\\{", "{\"reporter\": {\"name\": \"Amina\"},"));
        UUID id = filed.medium(OFFICER, Clips.mp4());
        // When
        everythingThatInternalAffairsDo(filed.id(), id);
        anchoring.now();
        byte[] bundle = bundle(INTERNAL_AFFAIRS, id);
        // Then
        as(INTERNAL_AFFAIRS)
                .get("/api/v1/evidence/" + id + "/custody/compartment")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("items.action", hasItems("CONSULTED", "EXPORTED", "DISCLOSED", "IDENTITY_READ"))
                .body("items.detail.evidenceId", everyItem(equalTo(id.toString())));
        assertThat(unpacked(bundle)).containsKeys("custody.json", "compartment/custody.json");
        VerificationReport report = new BundleVerifier(TrustAnchors.NOBODY, new SignatureVerifier())
                .verify(new ByteArrayInputStream(bundle));
        assertThat(report.isAccepted()).as(report.findings().toString()).isTrue();
        assertThat(report.of(BundleClaim.CUSTODY)).hasSize(2);
        assertThat(report.of(BundleClaim.INCLUSION)).hasSize(2);
    }

    private static void everythingThatInternalAffairsDo(UUID report, UUID evidence) {
        String path = "/api/v1/evidence/" + evidence;
        as(INTERNAL_AFFAIRS)
                .header("X-Purpose", PURPOSE)
                .get(path + "/content")
                .then()
                .statusCode(200);
        as(INTERNAL_AFFAIRS)
                .header("X-Purpose", PURPOSE + " again")
                .header("Range", "bytes=0-9")
                .get(path + "/content")
                .then()
                .statusCode(206);
        as(INTERNAL_AFFAIRS)
                .header("X-Purpose", PURPOSE)
                .get(path + "/bundle")
                .then()
                .statusCode(200);
        as(INTERNAL_AFFAIRS)
                .header("X-Purpose", PURPOSE)
                .contentType(ContentType.JSON)
                .body("{\"recipient\": \"the general inspectorate\"}")
                .post(path + "/disclosures")
                .then()
                .statusCode(201);
        as(OFFICER_OF_INTERNAL_AFFAIRS)
                .header("X-Purpose", PURPOSE)
                .get("/api/v1/reports/" + report + "/reporter")
                .then()
                .statusCode(200);
        as(INTERNAL_AFFAIRS).get(path + "/custody").then().statusCode(200);
        as(INTERNAL_AFFAIRS).get(path + "/custody/compartment").then().statusCode(200);
    }

    /** All that is said of an evidence to everybody else, body and tag. */
    private static List<String> shown(UUID id) {
        String path = "/api/v1/evidence/" + id;
        return OTHERS.stream()
                .flatMap(person -> List.of(path, path + "/custody").stream()
                        .map(address -> as(person).get(address))
                        .map(answer -> answer.statusCode() + " " + answer.header("ETag") + " " + answer.asString()))
                .toList();
    }

    private long anchors() {
        return database.one(Long.class, "select count(*) from custody_anchor");
    }

    private static byte[] bundle(TestTokens person, UUID id) {
        return as(person)
                .header("X-Purpose", "for the court of appeal")
                .get("/api/v1/evidence/" + id + "/bundle")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static Map<String, String> unpacked(byte[] bundle) {
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
