package ma.balagh.intake.evidence;

import static ma.balagh.intake.People.COMMANDER;
import static ma.balagh.intake.People.INTERNAL_AFFAIRS;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static ma.balagh.intake.evidence.OldCases.bundle;
import static ma.balagh.intake.evidence.OldCases.content;
import static ma.balagh.intake.evidence.OldCases.custody;
import static ma.balagh.intake.evidence.OldCases.describe;
import static ma.balagh.intake.evidence.OldCases.due;
import static ma.balagh.intake.evidence.OldCases.hold;
import static ma.balagh.intake.evidence.OldCases.lift;
import static ma.balagh.intake.evidence.OldCases.run;
import static ma.balagh.intake.evidence.OldCases.runOpenCases;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.balagh.contracts.intake.EvidenceErased;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.http.Roles;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.intake.anchor.AgencySigner;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestTokens;
import ma.balagh.verifier.BundleVerifier;
import ma.balagh.verifier.CheckOutcome;
import ma.balagh.verifier.SignatureVerifier;
import ma.balagh.verifier.TrustAnchors;
import ma.balagh.verifier.VerificationReport;
import org.junit.jupiter.api.Test;

/** The end of evidence: when, by whose word, and what stays. */
@QuarkusTest
final class ErasedEvidenceTest {

    private static final TestTokens RABAT_COMMANDER =
            TestTokens.of("rabat-commander", Roles.COMMANDER).withJurisdictions("MA-RAB");

    private final Database database;
    private final OldCases cases;
    private final EvidenceConfig config;
    private final AgencySigner signer;
    private final byte[] clip = Clips.mp4(System.nanoTime(), 40_000);
    private final Sha256Digest digest = new Sha256Digest(Clips.sha256(clip));

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    ErasedEvidenceTest(Database database, OldCases cases, EvidenceConfig config, AgencySigner signer) {
        this.database = database;
        this.cases = cases;
        this.config = config;
        this.signer = signer;
    }

    @Test
    void erasesTheBytesTenYearsAfterTheLastAnswerAndKeepsTheCustody() {
        // Given
        UUID due = cases.closed(clip, "11 years");
        UUID recent = cases.closed(Clips.mp4(), "9 years");
        UUID waiting = cases.closed(Clips.mp4(), "11 years");
        cases.stands(waiting, Filed.by(OFFICER).id());
        // When
        due("CLOSED_CASE_EVIDENCE").body("items.id", hasItem(due.toString()));
        run(COMMANDER).body("erased.CLOSED_CASE_EVIDENCE", greaterThanOrEqualTo(1));
        // Then
        describe(due)
                .statusCode(200)
                .body("sha256", equalTo(digest.hex()))
                .body("erasedAt", notNullValue())
                .body("bytesRemain", equalTo(false));
        content(due).statusCode(410).body("type", equalTo("/problems/evidence-erased"));
        bundle(due).statusCode(410).body("type", equalTo("/problems/evidence-erased"));
        assertThat(config.directory().resolve(digest.path())).doesNotExist();
        custody(due)
                .body("intact", equalTo(true))
                .body("items.action", equalTo(List.of("SECURED", "RETENTION")))
                .body("items[1].actor", equalTo("commander"))
                .body("items[1].detail.rule", equalTo("CLOSED_CASE_EVIDENCE P10Y"))
                .body("items[1].detail.purpose", notNullValue());
        due("CLOSED_CASE_EVIDENCE").body("items.id", not(hasItem(due.toString())));
        assertThat(cases.recorded(due)).isEqualTo("CLOSED_CASE_EVIDENCE P10Y");
        assertThat(kafka.events(EvidenceErased.class))
                .anyMatch(event ->
                        event.evidenceId().equals(due) && event.sha256().equals(digest.hex()));
        content(recent).statusCode(200);
        content(waiting).statusCode(200);
    }

    @Test
    void takesTheSameBytesInAnewAndGoesOnWithTheirCustody() throws Exception {
        // Given
        UUID id = cases.closed(clip, "11 years");
        run(COMMANDER);
        // When
        Filed again = Filed.by(OFFICER);
        assertThat(again.medium(OFFICER, clip)).isEqualTo(id);
        // Then
        describe(id).body("erasedAt", nullValue());
        assertThat(content(id).statusCode(200).extract().asByteArray()).isEqualTo(clip);
        custody(id)
                .body("intact", equalTo(true))
                .body("items.action", equalTo(List.of("SECURED", "RETENTION", "SECURED", "CONSULTED")))
                .body("items[2].detail.reportId", equalTo(again.id().toString()));
        EvidenceErased erased =
                kafka.await(EvidenceErased.class, event -> event.evidenceId().equals(id));
        kafka.await(
                EvidenceSecured.class,
                event -> event.evidenceId().equals(id) && event.securedAt().isAfter(erased.erasedAt()));
        // When: the whole chain in a bundle
        VerificationReport report =
                verified(bundle(id).statusCode(200).extract().asByteArray());
        // Then
        assertThat(report.isAccepted()).isTrue();
        assertThat(report.findings()).noneMatch(finding -> finding.outcome() == CheckOutcome.FAIL);
        // When: answered long ago, but secured only now
        cases.answer(again.id(), "11 years");
        run(COMMANDER);
        // Then
        content(id).statusCode(200);
    }

    @Test
    void keepsWhatAHoldIsOnAndWhateverStandsInAHeldReport() {
        // Given
        UUID held = cases.closed(clip, "11 years");
        UUID inHeld = cases.closed(Clips.mp4(), "11 years");
        String hold = hold("EVIDENCE", held);
        hold("REPORT", cases.reportOf(inHeld));
        // When
        run(COMMANDER);
        // Then
        content(held).statusCode(200);
        content(inHeld).statusCode(200);
        as(COMMANDER)
                .get("/api/v1/retention/plan")
                .then()
                .body("kinds.CLOSED_CASE_EVIDENCE.held", greaterThanOrEqualTo(2));
        // When
        lift(hold);
        run(COMMANDER);
        // Then
        content(held).statusCode(410);
    }

    @Test
    void takesNothingOfAnOpenCaseUnlessAPersonSaysWhy() {
        // Given
        UUID open = Filed.by(OFFICER).medium(OFFICER, clip);
        cases.secured(open, "16 years");
        // When
        due("OPEN_CASE_EVIDENCE").body("items.id", hasItem(open.toString()));
        run(COMMANDER).body("erased.OPEN_CASE_EVIDENCE", nullValue());
        // Then
        content(open).statusCode(200);
        runOpenCases("{}").statusCode(400).body("violations.field", hasItem("reason"));
        // When
        runOpenCases("{\"reason\": \"The court struck the case out\"}")
                .statusCode(201)
                .body("erased.OPEN_CASE_EVIDENCE", greaterThanOrEqualTo(1));
        // Then
        content(open).statusCode(410);
        custody(open)
                .body("items.action", equalTo(List.of("SECURED", "CONSULTED", "RETENTION")))
                .body("items[2].detail.rule", equalTo("OPEN_CASE_EVIDENCE P15Y"))
                .body("items[2].detail.purpose", equalTo("The court struck the case out"));
        as(OFFICER)
                .get("/api/v1/reports/" + cases.reportOf(open))
                .then()
                .body("status", equalTo("RECEIVED"))
                .body("media[0].erasedAt", notNullValue());
    }

    @Test
    void leavesEvidenceThatOthersHaveReportsOf() {
        // Given
        UUID shared = cases.closed(clip, "11 years");
        UUID rabat = Filed.by(OFFICER, Filed.REPORT.replace("MA-CAS", "MA-RAB")).id();
        cases.stands(shared, rabat);
        cases.answer(rabat, "11 years");
        UUID forwarded = cases.closed(Clips.mp4(), "11 years");
        database.execute("update report set forwarded = true where id = ?", cases.reportOf(forwarded));
        // When
        run(RABAT_COMMANDER);
        run(COMMANDER);
        // Then: the commander of both sees the one, internal affairs alone the other
        content(shared).statusCode(410);
        assertThat(cases.erased(forwarded)).isFalse();
        // When
        run(INTERNAL_AFFAIRS);
        // Then
        assertThat(cases.erased(forwarded)).isTrue();
        as(INTERNAL_AFFAIRS)
                .get("/api/v1/evidence/" + forwarded + "/custody")
                .then()
                .body("items[1].action", equalTo("RETENTION"))
                .body("items[1].actor", equalTo("retention"));
        as(INTERNAL_AFFAIRS)
                .get("/api/v1/evidence/" + forwarded + "/custody/compartment")
                .then()
                .body("items[0].action", equalTo("RETENTION"))
                .body("items[0].actor", equalTo("internal-affairs"))
                .body("items[0].detail.compartment", equalTo(Roles.INTERNAL_AFFAIRS));
    }

    @Test
    void leavesWhatHalfOfItsReportsAreOutsideTheTerritory() {
        // Given
        UUID shared = cases.closed(clip, "11 years");
        UUID rabat = Filed.by(OFFICER, Filed.REPORT.replace("MA-CAS", "MA-RAB")).id();
        cases.stands(shared, rabat);
        cases.answer(rabat, "11 years");
        // When
        run(RABAT_COMMANDER);
        // Then
        content(shared).statusCode(200);
    }

    private VerificationReport verified(byte[] bundle) throws IOException {
        return new BundleVerifier(new TrustAnchors(Set.of(signer.keyId()), List.of()), new SignatureVerifier())
                .verify(new ByteArrayInputStream(bundle));
    }
}
