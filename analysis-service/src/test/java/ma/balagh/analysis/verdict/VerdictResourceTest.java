package ma.balagh.analysis.verdict;

import static ma.balagh.analysis.dossier.Staff.AFFAIRS;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static ma.balagh.analysis.dossier.Staff.OFFICER_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.IntakeEvents;
import ma.balagh.contracts.Event;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.analysis.DossierForwarded;
import ma.balagh.contracts.analysis.MisconductFound;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class VerdictResourceTest {

    private static final Map<String, Object> OFFENCE = Map.of(
            "verdict", "PRESUMED_OFFENCE",
            "reasons", "Vol avec violence visible à 0:04",
            "severity", 3,
            "place", "Place des Nations Unies",
            "latitude", 33.5951,
            "longitude", -7.6188,
            "occurredAt", "2026-11-23T21:00:00.000Z");

    @Inject
    CaseFiles files;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID dossier;

    @BeforeEach
    void openADossier() {
        dossier = files.open("MA-CAS").dossierId();
    }

    @Test
    void reachesAVerdictOfTwoPeople() {
        // When
        String proposalId = ANALYST.proposes(dossier, OFFENCE)
                .statusCode(201)
                .header("Location", endsWith("/api/v1/dossiers/" + dossier))
                .body("verdict", equalTo("PRESUMED_OFFENCE"))
                .body("proposedBy", equalTo("analyst"))
                .body("fromClaim", empty())
                .body("decision", nullValue())
                .extract()
                .path("id");
        UUID proposal = UUID.fromString(proposalId);
        ANALYST.reads(dossier).body("state", equalTo("PROPOSED"));
        OFFICER.decides(dossier, proposal, "CONFIRM")
                .statusCode(200)
                .body("decision.choice", equalTo("CONFIRM"))
                .body("decision.decidedBy", equalTo("officer"));

        // Then
        ANALYST.reads(dossier)
                .body("state", equalTo("CONCLUDED"))
                .body("verdict.verdict", equalTo("PRESUMED_OFFENCE"))
                .body("verdict.proposedBy", equalTo("analyst"))
                .body("verdict.confirmedBy", equalTo("officer"));
        VerdictReached reached = kafka.await(VerdictReached.class, this::isOfDossier);
        assertThat(reached.verdict()).isEqualTo(Verdict.PRESUMED_OFFENCE);
        assertThat(reached.severity()).isEqualTo(3);
        assertThat(reached.place()).isEqualTo("Place des Nations Unies");
        assertThat(reached.occurredAt()).isEqualTo("2026-11-23T21:00:00Z");
        assertThat(reached.jurisdiction()).isEqualTo("MA-CAS");
    }

    @Test
    void notesWhetherTheOfficerHadOpenedTheEvidence() {
        // Given
        UUID unopened = files.open("MA-CAS").dossierId();
        OFFICER.reads(unopened);
        ANALYST.request().header("X-Purpose", "Examen du dossier").get("/api/v1/dossiers/{id}", unopened);
        OFFICER.request()
                .header("X-Purpose", "Examen avant la décision")
                .get("/api/v1/dossiers/{id}", dossier)
                .then()
                .statusCode(200);

        // When
        OFFICER.decides(unopened, ANALYST.proposes(unopened, "PRESUMED_OFFENCE"), "CONFIRM")
                .statusCode(200)
                .body("decision.evidenceOpened", equalTo(false));
        OFFICER.decides(dossier, ANALYST.proposes(dossier, "PRESUMED_OFFENCE"), "CONFIRM")
                .statusCode(200)
                .body("decision.evidenceOpened", equalTo(true));

        // Then
        ANALYST.reads(unopened)
                .body("verdict.evidenceOpened", equalTo(false))
                .body("verdict.decisionReason", equalTo("Conforme aux images"))
                .body("verdict.reasons", equalTo("Vu les constats et les images"))
                .body("verdict.severity", equalTo(2));
        ANALYST.reads(dossier).body("verdict.evidenceOpened", equalTo(true));
    }

    @Test
    void tellsOfEveryOtherVerdictNothingButTheVerdict() {
        // Given
        UUID other = files.open("MA-CAS").dossierId();
        OFFICER.decides(dossier, ANALYST.proposes(dossier, "FALSE_REPORT"), "CONFIRM")
                .statusCode(200);

        // When: one transaction's events leave together, and in the order of their transactions
        OFFICER.decides(other, ANALYST.proposes(other, "POLICE_MISCONDUCT"), "CONFIRM")
                .statusCode(200);

        // Then
        kafka.await(VerdictReached.class, this::isOfDossier);
        kafka.await(DossierForwarded.class, event -> event.dossierId().equals(other));
        assertThat(kafka.events(DossierForwarded.class)).noneMatch(this::isOfDossier);
    }

    @Test
    void takesWhatIsLeftOutFromTheFirstReportsClaim() {
        // When
        ANALYST.proposes(dossier, Map.of("verdict", "PRESUMED_OFFENCE", "reasons", "Arme visible", "place", "Maarif"))
                // Then
                .statusCode(201)
                .body("severity", equalTo(2))
                .body("place", equalTo("Maarif"))
                .body("latitude", equalTo(33.5883f))
                .body("occurredAt", equalTo("2026-11-23T22:10:00.000Z"))
                .body("fromClaim", contains("latitude", "longitude", "occurredAt"));
    }

    @Test
    void keepsMisconductInItsCompartment() {
        // Given
        UUID proposal = ANALYST.proposes(dossier, "POLICE_MISCONDUCT");

        // When
        OFFICER.decides(dossier, proposal, "CONFIRM").statusCode(200);

        // Then
        ANALYST.reads(dossier).statusCode(404).body("type", endsWith("/problems/not-found"));
        OFFICER.reads(dossier).statusCode(404);
        ANALYST.proposes(dossier, OFFENCE).statusCode(404);
        OFFICER.decides(dossier, proposal, "REFUSE").statusCode(404);
        AFFAIRS.reads(dossier).statusCode(200).body("verdict.verdict", equalTo("POLICE_MISCONDUCT"));
        MisconductFound found = kafka.await(MisconductFound.class, this::isOfDossier);
        assertThat(kafka.await(DossierForwarded.class, this::isOfDossier).forwardedAt())
                .isEqualTo(found.confirmedAt());
        assertThat(kafka.events(VerdictReached.class)).noneMatch(this::isOfDossier);
    }

    @Test
    void tellsOfMisconductOnTopicsOfItsOwnOnly() {
        // When
        OFFICER.decides(dossier, ANALYST.proposes(dossier, "POLICE_MISCONDUCT"), "CONFIRM")
                .statusCode(200);

        // Then
        kafka.await(DossierForwarded.class, this::isOfDossier);
        kafka.await(MisconductFound.class, this::isOfDossier);
        assertThat(typesOn(Topic.DOSSIERS))
                .isSubsetOf("balagh.analysis.DossierOpened.v1", "balagh.analysis.ReportJoined.v1");
        assertThat(typesOn(Topic.VERDICTS)).isEmpty();
    }

    @Test
    void refusesADecisionByTheProposer() {
        // Given
        UUID proposal = OFFICER.proposes(dossier, "FALSE_REPORT");

        // When
        OFFICER.decides(dossier, proposal, "CONFIRM")
                // Then
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/four-eyes"));
        OFFICER.decides(dossier, proposal, "REFUSE").statusCode(403);
        OFFICER_2.decides(dossier, proposal, "CONFIRM").statusCode(200);
    }

    @Test
    void refusesASecondProposalWhileOneWaits() {
        // Given
        ANALYST.proposes(dossier, "FALSE_REPORT");

        // When
        OFFICER.proposes(dossier, OFFENCE)
                // Then
                .statusCode(409)
                .body("type", endsWith("/problems/illegal-transition"));
    }

    @Test
    void opensTheDossierAgainForAnotherProposalAfterARefusal() {
        // Given
        UUID refused = ANALYST.proposes(dossier, "FALSE_REPORT");

        // When
        OFFICER.decides(dossier, refused, "REFUSE").statusCode(200);

        // Then
        ANALYST.reads(dossier).body("state", equalTo("OPEN")).body("verdict", nullValue());
        ANALYST.proposes(dossier, OFFENCE).statusCode(201);
        ANALYST.reads(dossier).body("proposals.decision.choice", contains("REFUSE"));
    }

    @Test
    void refusesASecondDecision() {
        // Given
        UUID proposal = ANALYST.proposes(dossier, "FALSE_REPORT");
        OFFICER.decides(dossier, proposal, "CONFIRM").statusCode(200);

        // When
        OFFICER_2
                .decides(dossier, proposal, "REFUSE")
                // Then
                .statusCode(409)
                .body("type", endsWith("/problems/already-decided"));
        OFFICER_2.proposes(dossier, OFFENCE).statusCode(409);
    }

    @Test
    void refusesToJudgeADossierThatChangedSinceItWasRead() {
        // Given
        String read = ANALYST.reads(dossier).extract().header("ETag");
        kafka.publish(IntakeEvents.secured(IdGenerator.next(), reportOf(dossier), "MA-CAS"));
        await().until(() -> !ANALYST.reads(dossier).extract().header("ETag").equals(read));

        // When
        ANALYST.request()
                .header("If-Match", read)
                .body(OFFENCE)
                .post("/api/v1/dossiers/{id}/verdict-proposals", dossier)
                .then()
                // Then
                .statusCode(412);
        ANALYST.request()
                .header("If-Match", ANALYST.reads(dossier).extract().header("ETag"))
                .body(OFFENCE)
                .post("/api/v1/dossiers/{id}/verdict-proposals", dossier)
                .then()
                .statusCode(201);
    }

    @Test
    void takesADecisionOnlyAboutWhatWasRead() {
        // Given
        UUID proposal = ANALYST.proposes(dossier, "FALSE_REPORT");
        String read = OFFICER.reads(dossier).extract().header("ETag");
        files.repeat(UUID.fromString(OFFICER.reads(dossier).extract().path("evidence[0].id")), "MA-CAS");
        OFFICER.reads(dossier).body("reports.size()", equalTo(2));

        // When
        decideWith(OFFICER.request(), proposal)
                // Then
                .statusCode(428)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/match-required"));
        decideWith(OFFICER.request().header("If-Match", read), proposal).statusCode(412);
        ANALYST.reads(dossier).body("state", equalTo("PROPOSED"));
        decideWith(OFFICER.afterReading(dossier), proposal).statusCode(200);
    }

    private ValidatableResponse decideWith(RequestSpecification request, UUID proposal) {
        return request.body(Map.of("decision", "CONFIRM", "reason", "Conforme aux images"))
                .post("/api/v1/dossiers/{id}/verdict-proposals/{proposal}/decision", dossier, proposal)
                .then();
    }

    @Test
    void answersARepeatedProposalAsTheFirst() {
        // Given
        String key = IdGenerator.next().toString();
        String first = proposeWith(key, OFFENCE).statusCode(201).extract().path("id");

        // When
        String second = proposeWith(key, OFFENCE).statusCode(201).extract().path("id");

        // Then
        assertThat(second).isEqualTo(first);
        proposeWith(key, Map.of("verdict", "FALSE_REPORT", "reasons", "Scène tournée"))
                .statusCode(422);
    }

    @Test
    void doesNotFindAProposalOfAnotherDossier() {
        // Given
        UUID proposal = ANALYST.proposes(dossier, "FALSE_REPORT");
        UUID other = files.open("MA-CAS").dossierId();

        // Then
        OFFICER.decides(other, proposal, "CONFIRM").statusCode(404);
        OFFICER.decides(dossier, IdGenerator.next(), "CONFIRM").statusCode(404);
        OFFICER.in("MA-RAB").decides(dossier, proposal, "CONFIRM").statusCode(404);
        ANALYST.in("MA-RAB").proposes(dossier, OFFENCE).statusCode(404);
    }

    private ValidatableResponse proposeWith(String key, Map<String, ?> proposal) {
        return ANALYST.request()
                .header("Idempotency-Key", key)
                .body(proposal)
                .post("/api/v1/dossiers/{id}/verdict-proposals", dossier)
                .then();
    }

    private UUID reportOf(UUID dossierId) {
        return files.reportsIn(dossierId).getFirst();
    }

    private List<String> typesOn(Topic topic) {
        return kafka.records(topic.topicName()).stream()
                .filter(found -> found.key().equals(dossier.toString()))
                .map(found -> KafkaProbe.header(found, "ce_type"))
                .toList();
    }

    private boolean isOfDossier(Event event) {
        return event.subject().equals(dossier);
    }
}
