package ma.balagh.dispatch.referral;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.OFFICER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.verifier.AsicVerifier;
import ma.balagh.verifier.BundleClaim;
import ma.balagh.verifier.CheckOutcome;
import ma.balagh.verifier.SignatureVerifier;
import ma.balagh.verifier.TrustAnchors;
import ma.balagh.verifier.VerificationReport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
@WithTestResource(value = PartServers.class, scope = TestResourceScope.GLOBAL)
class ReferralResourceTest {

    private static final String PURPOSE = "referral to the prosecutor";

    @Inject
    Database database;

    @ConfigProperty(name = "balagh.referral.certificate")
    @SuppressWarnings("NullAway.Init") // injected
    String certificate;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID incidentId;

    @BeforeEach
    void arrest() {
        PartServers.reset();
        incidentId = incident(kafka);
        onScene(incidentId, unit(callSign()));
        outcome(incidentId, "ARRESTED", 1).statusCode(200);
    }

    @Test
    void makesWhatDssAndTheVerifierAccept() throws Exception {
        // When
        var file = made();

        // Then
        assertThat(Repacker.names(file))
                .startsWith("mimetype")
                .contains(
                        "report.pdf",
                        "timeline.pdf",
                        "timeline.json",
                        "case.jsonld",
                        "manifest.json",
                        "evidence/" + SampleTimelines.EVIDENCE + ".zip");
        assertThat(indication(file)).isEqualTo(Indication.TOTAL_PASSED);
        var report = verified(file);
        assertThat(report.findings()).noneMatch(finding -> finding.outcome() == CheckOutcome.FAIL);
        for (var claim : List.of(
                BundleClaim.DIGESTS, BundleClaim.MANIFEST_SIGNATURE, BundleClaim.CUSTODY, BundleClaim.TIME_STAMPS)) {
            assertThat(report.outcome(claim)).as("%s", claim).isEqualTo(CheckOutcome.PASS);
        }
    }

    @Test
    void saysWhatIsMissingAndWhatIsNoMoreThere() throws IOException {
        // When
        var manifest = new ObjectMapper().readTree(Repacker.content(made(), "manifest.json"));

        // Then
        assertThat(manifest.path("missingRights").asInt()).isEqualTo(4);
        assertThat(manifest.path("timeStamped").asBoolean()).isTrue();
        assertThat(manifest.path("purpose").asText()).isEqualTo(PURPOSE);
        assertThat(manifest.path("leftOut").path(0).path("reason").asText()).isEqualTo("ERASED");
        assertThat(manifest.path("entries").findValuesAsText("name")).contains("report.pdf", "timeline.json");
    }

    @Test
    void losesBothForOneChangedByteInAnyEntry() throws Exception {
        // Given
        var file = made();

        // Then
        for (var name : Repacker.names(file)) {
            var changed = Repacker.withOneByteChanged(file, name, directory.resolve("changed.asice"));
            assertThat(verified(changed).isAccepted()).as("verifier: %s", name).isFalse();
            // The standard signs every file but the one that says what the container is.
            assertThat(indication(changed) == Indication.TOTAL_PASSED)
                    .as("DSS: %s", name)
                    .isEqualTo(name.equals("mimetype"));
        }
    }

    @Test
    void notesWhoAskedForItAndTellsTheOtherServicesWhy() throws IOException {
        // When
        made();

        // Then
        assertThat(database.one(
                        String.class,
                        "select person_name || ': ' || purpose from referral_consultation where incident_id = ?",
                        incidentId))
                .isEqualTo("officer: " + PURPOSE);
        assertThat(PartServers.purposes()).hasSize(3).containsOnly("UTF-8''referral%20to%20the%20prosecutor");
    }

    @Test
    void isMadeForDispatchersAndCommandersToo() {
        for (var person : List.of(DISPATCHER, COMMANDER)) {
            as(person)
                    .header("X-Purpose", PURPOSE)
                    .get("/api/v1/incidents/{id}/referral-file", incidentId)
                    .then()
                    .statusCode(200);
        }
        assertThat(database.list(
                        String.class,
                        "select person_name from referral_consultation where incident_id = ? order by id",
                        incidentId))
                .containsExactly("dispatcher", "commander");
        as(DISPATCHER.withJurisdictions("MA-RBA"))
                .header("X-Purpose", PURPOSE)
                .get("/api/v1/incidents/{id}/referral-file", incidentId)
                .then()
                .statusCode(404);
    }

    @Test
    void leavesNoTemporaryFile() throws IOException {
        // Given
        var before = temporaryFiles();

        // When
        made();
        PartServers.answer("/time-stamps", 500);
        ask().then().statusCode(503);

        // Then
        await().until(() -> temporaryFiles().equals(before));
    }

    @ParameterizedTest
    @CsvSource({
        "/report.pdf,   403, 409, referral-incomplete",
        "/bundle,       404, 409, referral-incomplete",
        "/dossiers/,    404, 409, referral-incomplete",
        "/dossiers/,    503, 503, unavailable",
        "/report.pdf,   401, 503, unavailable",
        "/bundle,       401, 503, unavailable",
        "/bundle,       429, 503, unavailable",
        "/bundle,       500, 503, unavailable",
        "/time-stamps,  500, 503, unavailable"
    })
    void makesNoFileThatLacksAPart(String part, int answered, int status, String problem) {
        // Given
        PartServers.answer(part, answered);

        // When // Then
        var answer = ask().then().statusCode(status).body("type", equalTo("/problems/" + problem));
        if (status == 503) {
            answer.header("Retry-After", notNullValue());
        }
    }

    @Test
    void comesAgainForAPartThatWasAskedForTooOften() {
        // Given
        PartServers.answerOnceTooOften("/bundle");

        // When
        ask().then().statusCode(200);

        // Then: the dossier, its report, and the bundle twice
        assertThat(PartServers.purposes()).hasSize(4);
    }

    @Test
    void leavesAPartThatStopsHalfWayAndMakesTheNextFile() {
        // Given
        PartServers.stall("/bundle");

        // When
        var stalled = CompletableFuture.supplyAsync(this::ask);

        // Then
        assertThat(stalled)
                .succeedsWithin(Duration.ofMinutes(1))
                .extracting(Response::statusCode)
                .isEqualTo(503);
        PartServers.reset();
        ask().then().statusCode(200);
    }

    @Test
    void asksWhy() {
        as(OFFICER)
                .get("/api/v1/incidents/{id}/referral-file", incidentId)
                .then()
                .statusCode(428);
        as(OFFICER)
                .header("X-Purpose", PURPOSE)
                .get("/api/v1/incidents/{id}/referral-file?lang=xx", incidentId)
                .then()
                .statusCode(400);
    }

    private Response ask() {
        return as(OFFICER).header("X-Purpose", PURPOSE).get("/api/v1/incidents/{id}/referral-file?lang=fr", incidentId);
    }

    private Path made() throws IOException {
        var answer = ask().then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/vnd.etsi.asic-e+zip"))
                .extract()
                .asByteArray();
        return Files.write(directory.resolve("incident.asice"), answer);
    }

    private static Set<String> temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("referral"))
                    .collect(Collectors.toSet());
        }
    }

    private Indication indication(Path file) {
        try {
            var trusted = new CommonTrustedCertificateSource();
            trusted.addCertificate(signer());
            trusted.addCertificate(new CertificateToken(PartServers.authority().certificate()));
            var verifier = new CommonCertificateVerifier();
            verifier.setTrustedCertSources(trusted);
            var validator = SignedDocumentValidator.fromDocument(new FileDocument(file.toFile()));
            validator.setCertificateVerifier(verifier);
            var simple = validator.validateDocument().getSimpleReport();
            return simple.getSignatureIdList().size() == 1
                    ? simple.getIndication(simple.getFirstSignatureId())
                    : Indication.TOTAL_FAILED;
        } catch (RuntimeException notEvenReadable) {
            return Indication.TOTAL_FAILED;
        }
    }

    private VerificationReport verified(Path file) throws Exception {
        assertThat(AsicVerifier.isContainer(file)).isTrue();
        var key = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(signer().getPublicKey().getEncoded()));
        var trust =
                new TrustAnchors(Set.of(key), List.of(PartServers.authority().certificate()));
        return new AsicVerifier(trust, new SignatureVerifier()).verify(file);
    }

    private CertificateToken signer() {
        return DSSUtils.loadCertificateFromBase64EncodedString(certificate);
    }
}
