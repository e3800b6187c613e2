package ma.balagh.intake.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.AUDITOR;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import ma.balagh.http.Roles;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.intake.anchor.AgencySigner;
import ma.balagh.intake.custody.CustodyAction;
import ma.balagh.intake.custody.CustodyService;
import ma.balagh.platform.test.TestTokens;
import ma.balagh.verifier.BundleClaim;
import ma.balagh.verifier.BundleVerifier;
import ma.balagh.verifier.CheckOutcome;
import ma.balagh.verifier.SignatureVerifier;
import ma.balagh.verifier.TrustAnchors;
import ma.balagh.verifier.VerificationReport;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class BundleResourceTest {

    private static final String PURPOSE = "للمحكمة الابتدائية: \"ملف 12\"";

    private static final TestTokens CASABLANCA_ANALYST =
            TestTokens.of("casa-analyst", Roles.ANALYST).withJurisdictions("MA-CAS");

    private final AgencySigner signer;
    private final CustodyService custody;
    private final byte[] clip = Clips.mp4(System.nanoTime(), 1_000);

    BundleResourceTest(AgencySigner signer, CustodyService custody) {
        this.signer = signer;
        this.custody = custody;
    }

    @Test
    void givesABundleThatTheVerifierAccepts() throws Exception {
        // Given: an evidence that moved between two anchors
        UUID id = moved();
        // When
        byte[] bundle = bundle(ANALYST, id);
        // Then
        VerificationReport report =
                verify(bundle, new TrustAnchors(Set.of(signer.keyId()), authority()), new SignatureVerifier());
        assertThat(report.findings()).allMatch(finding -> finding.outcome() == CheckOutcome.PASS);
        assertThat(report.outcome(BundleClaim.COVERAGE)).isEqualTo(CheckOutcome.PASS);
        assertThat(report.of(BundleClaim.TIME_STAMPS)).hasSize(3);
        assertThat(report.subject().purpose()).isEqualTo(PURPOSE);
        as(AUDITOR)
                .get("/api/v1/evidence/" + id + "/custody")
                .then()
                .body("intact", equalTo(true))
                .body("items.action", equalTo(List.of("SECURED", "CONSULTED", "EXPORTED")))
                .body("items[2].actor", equalTo("analyst"))
                .body("items[2].detail.purpose", equalTo(PURPOSE));
    }

    @Test
    void givesABundleThatEveryProgramForZipFilesReads() throws Exception {
        // Given
        UUID id = moved();
        // When
        byte[] bundle = bundle(ANALYST, id);
        // Then: the bundle verifier's tests have one that was made here
        Path file = Files.write(Path.of("target/bundle.zip"), bundle);
        try (var zip = new ZipFile(file.toFile());
                InputStream original = zip.getInputStream(zip.getEntry("original.mp4"))) {
            assertThat(original.readAllBytes()).isEqualTo(clip);
            assertThat(zip.stream().map(Object::toString))
                    .contains("README.ar.txt", "README.en.txt", "README.fr.txt", "custody.json", "manifest.json")
                    .isSorted();
        }
    }

    @Test
    void makesABundleOfWhichEverySingleByteCounts() throws Exception {
        // Given
        byte[] bundle = bundle(ANALYST, Filed.by(OFFICER).medium(OFFICER, clip));
        var cryptography = new RememberingCryptography();
        var trust = new TrustAnchors(Set.of(signer.keyId()), List.of());
        assertThat(verify(bundle, trust, cryptography).isAccepted()).isTrue();
        // Then: one bit of each byte, all eight in turn
        IntStream.range(0, bundle.length).parallel().forEach(i -> {
            byte[] changed = bundle.clone();
            changed[i] ^= (byte) (1 << i % 8);
            rejected(verify(changed, trust, cryptography), "byte " + i);
        });
    }

    @Test
    void makesABundleThatCannotBeCutOrContinued() throws Exception {
        // Given
        byte[] bundle = bundle(ANALYST, moved());
        var cryptography = new RememberingCryptography();
        // Then
        IntStream.range(0, bundle.length)
                .filter(length -> length % 50 == 0 || length > bundle.length - 100)
                .parallel()
                .forEach(length -> rejected(
                        verify(Arrays.copyOf(bundle, length), TrustAnchors.NOBODY, cryptography), "cut at " + length));
        rejected(verify(Arrays.copyOf(bundle, bundle.length + 1), TrustAnchors.NOBODY, cryptography), "continued");
    }

    @Test
    void commitsToWhatTheReaderMayNotSee() throws Exception {
        // Given: an entry of a report in another territory
        UUID id = Filed.by(OFFICER).medium(OFFICER, clip);
        Filed elsewhere = Filed.by(OFFICER, Filed.REPORT.replace("MA-CAS", "MA-RAB"));
        QuarkusTransaction.requiringNew()
                .run(() -> custody.append(
                        id,
                        "somebody-elsewhere",
                        CustodyAction.SIGHTED,
                        Map.of("reportId", elsewhere.id().toString())));
        // When
        byte[] bundle = bundle(CASABLANCA_ANALYST, id);
        // Then
        VerificationReport report = verify(bundle, TrustAnchors.NOBODY, new SignatureVerifier());
        assertThat(report.isAccepted()).isTrue();
        assertThat(report.of(BundleClaim.CUSTODY_SHOWN))
                .singleElement()
                .satisfies(finding -> assertThat(finding.place().sequence()).isEqualTo(2));
        assertThat(report.outcome(BundleClaim.CUSTODY_SHOWN)).isEqualTo(CheckOutcome.UNKNOWN);
        assertThat(report.outcome(BundleClaim.COVERAGE)).isEqualTo(CheckOutcome.PASS);
        assertThat(new String(bundle, UTF_8))
                .doesNotContain("somebody-elsewhere", elsewhere.id().toString(), "SIGHTED");
        as(CASABLANCA_ANALYST)
                .get("/api/v1/evidence/" + id + "/custody")
                .then()
                .body("intact", equalTo(true))
                .body("items.sequence", equalTo(List.of(1, 3)));
    }

    @Test
    void isForStaffWithAPurposeAndAJurisdiction() {
        UUID id = Filed.by(OFFICER).medium(OFFICER, clip);
        as(ANALYST).get(path(id)).then().statusCode(428);
        as(PARTNER).header("X-Purpose", "for my article").get(path(id)).then().statusCode(403);
        as(RABAT_OFFICER)
                .header("X-Purpose", "for the court")
                .get(path(id))
                .then()
                .statusCode(404);
        RestAssured.get(path(id)).then().statusCode(401);
    }

    @Test
    void exportsNothingThatIsDamaged() throws IOException {
        // Given
        UUID id = Filed.by(OFFICER).medium(OFFICER, clip);
        String sha256 = Clips.sha256(clip);
        Path file = Path.of("target/evidence/sha256", sha256.substring(0, 2), sha256.substring(2, 4), sha256);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        byte[] other = clip.clone();
        other[500] ^= 1;
        Files.write(file, other);
        // Then
        as(ANALYST)
                .header("X-Purpose", "for the court")
                .get(path(id))
                .then()
                .statusCode(500)
                .body("type", equalTo("/problems/evidence-damaged"));
        as(AUDITOR)
                .get("/api/v1/evidence/" + id + "/custody")
                .then()
                .body("items.action", equalTo(List.of("SECURED", "DAMAGED")));
    }

    private UUID moved() {
        UUID id = Filed.by(OFFICER).medium(OFFICER, clip);
        as(AUDITOR).post("/api/v1/custody/anchors").then().statusCode(201);
        as(ANALYST)
                .header("X-Purpose", "comparing two recordings")
                .get("/api/v1/evidence/" + id + "/content")
                .then()
                .statusCode(200);
        as(AUDITOR).post("/api/v1/custody/anchors").then().statusCode(201);
        return id;
    }

    private static void rejected(VerificationReport report, String change) {
        assertThat(report.isAccepted()).as(change).isFalse();
        assertThat(report.findings())
                .as(change)
                .anyMatch(finding -> finding.outcome() == CheckOutcome.FAIL
                        && finding.place().isNamed());
    }

    private static byte[] bundle(TestTokens person, UUID id) {
        var response = as(person)
                .header(
                        "X-Purpose",
                        "UTF-8''" + URLEncoder.encode(PURPOSE, UTF_8).replace("+", "%20"))
                .get(path(id));
        byte[] bundle = response.asByteArray();
        response.then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Content-Length", Integer.toString(bundle.length))
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"evidence-" + id + ".zip\"");
        return bundle;
    }

    private static VerificationReport verify(byte[] bundle, TrustAnchors trust, SignatureVerifier cryptography) {
        try {
            return new BundleVerifier(trust, cryptography).verify(new ByteArrayInputStream(bundle));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<X509Certificate> authority() throws IOException, CertificateException {
        String pem = Files.readString(Path.of("target/evidence/time-stamp-authority/authority.pem"));
        String certificate = pem.substring(pem.indexOf("-----BEGIN CERTIFICATE"));
        return List.of((X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.getBytes(UTF_8))));
    }

    private static String path(UUID id) {
        return "/api/v1/evidence/" + id + "/bundle";
    }
}
