package ma.balagh.analysis.verdict;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.COMMANDER;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static ma.balagh.analysis.dossier.Staff.OFFICER_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.analysis.dossier.IntakeEvents;
import ma.balagh.analysis.dossier.Staff;
import ma.balagh.contracts.Event;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class ReopeningServiceTest {

    private static final Staff INSPECTING_OFFICER =
            new Staff(TestTokens.of("inspector2", Roles.JUDICIAL_OFFICER, Roles.INTERNAL_AFFAIRS));

    @Inject
    CaseFiles files;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID dossier;

    @BeforeEach
    void openADossier() {
        dossier = files.open("MA-CAS").dossierId();
    }

    @Test
    void takesTheVerdictBack() {
        // Given
        conclude("PRESUMED_OFFENCE");
        VerdictReached reached = kafka.await(VerdictReached.class, this::isOfDossier);

        // When
        OFFICER_2.reopensWith(OFFICER, dossier);

        // Then
        ANALYST.reads(dossier)
                .body("state", equalTo("OPEN"))
                .body("verdict", nullValue())
                .body("concludedAt", nullValue())
                .body("clocks.confirmedAt", nullValue())
                .body("proposals.decision.choice", contains("CONFIRM"))
                .body("proposals[0].withdrawnAt", notNullValue())
                .body("history.kind", contains("REOPENED"))
                .body("history[0].reason", containsString("la date était fausse"))
                .body("history[0].proposedBy", equalTo("officer2"))
                .body("history[0].by", equalTo("officer"))
                .body("reopenings.decision.choice", contains("CONFIRM"));
        assertThat(kafka.await(VerdictWithdrawn.class, this::isOfDossier).verdictId())
                .isEqualTo(reached.verdictId());
    }

    @Test
    void needsTwoPeopleForTheNextVerdictToo() {
        // Given
        conclude("PRESUMED_OFFENCE");
        OFFICER.reopensWith(OFFICER_2, dossier);
        UUID proposal = OFFICER.proposes(dossier, "FALSE_REPORT");

        // Then
        OFFICER.decides(dossier, proposal, "CONFIRM").statusCode(403).body("type", endsWith("/problems/four-eyes"));
        OFFICER_2.decides(dossier, proposal, "CONFIRM").statusCode(200);
        ANALYST.reads(dossier)
                .body("verdict.verdict", equalTo("FALSE_REPORT"))
                .body("proposals.withdrawnAt", contains(notNullValue(), nullValue()))
                .body("proposals.verdict", contains("PRESUMED_OFFENCE", "FALSE_REPORT"));
        OFFICER.reopensWith(OFFICER_2, dossier);
        ANALYST.reads(dossier).body("history.kind", contains("REOPENED", "REOPENED"));
    }

    @Test
    void listsNothingOfAVerdictThatWasWithdrawn() {
        // Given
        CaseFile file = files.open("MA-REO");
        dossier = file.dossierId();
        var offence =
                Map.of("verdict", "PRESUMED_OFFENCE", "reasons", "Vu les images", "severity", 4, "place", "Derb Omar");
        String first = ANALYST.proposes(dossier, offence).extract().path("id");
        listed().body("items.severity", contains(4)).body("items.place", contains("Derb Omar"));
        OFFICER.decides(dossier, UUID.fromString(first), "CONFIRM").statusCode(200);
        listed().body("items.severity", contains(4)).body("items.place", contains("Derb Omar"));

        // When
        OFFICER.reopensWith(OFFICER_2, dossier);

        // Then
        listed().body("items[0].severity", nullValue()).body("items[0].place", equalTo(IntakeEvents.CLAIM.place()));
    }

    @Test
    void refusesWhatHasNoVerdictToWithdraw() {
        // Then
        OFFICER.proposesToReopen(dossier).statusCode(409).body("detail", containsString("it is open"));
        ANALYST.proposes(dossier, "FALSE_REPORT");
        OFFICER.proposesToReopen(dossier).statusCode(409).body("detail", containsString("it is not concluded"));
    }

    @Test
    void leavesMisconductToItsInquiry() {
        // Given
        conclude("POLICE_MISCONDUCT");

        // Then
        OFFICER.proposesToReopen(dossier).statusCode(404);
        INSPECTING_OFFICER
                .proposesToReopen(dossier)
                .statusCode(409)
                .body("detail", containsString("ends with the finding of internal affairs"));
    }

    @Test
    void isForJudicialOfficersWhoSayWhy() {
        // Given
        conclude("FALSE_REPORT");

        // Then
        ANALYST.proposesToReopen(dossier).statusCode(403);
        COMMANDER.proposesToReopen(dossier).statusCode(403);
        OFFICER.in("MA-RAB").proposesToReopen(dossier).statusCode(404);
        OFFICER.request()
                .body(Map.of("reason", "    erreur    "))
                .post("/api/v1/dossiers/{id}/reopening", dossier)
                .then()
                .statusCode(400);
        OFFICER.request()
                .header("If-Match", "\"stale\"")
                .body(Map.of("reason", "Nouvel élément: la date"))
                .post("/api/v1/dossiers/{id}/reopening", dossier)
                .then()
                .statusCode(412);
    }

    @Test
    void leavesTheVerdictUntilASecondPersonConfirms() {
        // Given
        conclude("FALSE_REPORT");

        // When
        UUID reopening = proposed();

        // Then
        ANALYST.reads(dossier)
                .body("state", equalTo("CONCLUDED"))
                .body("verdict.verdict", equalTo("FALSE_REPORT"))
                .body("reopenings.proposedBy", contains("officer"))
                .body("history", empty());
        OFFICER.decidesToReopen(dossier, reopening, "CONFIRM")
                .statusCode(403)
                .body("type", endsWith("/problems/four-eyes"));
        OFFICER.decidesToReopen(dossier, reopening, "REFUSE").statusCode(403);
        ANALYST.decidesToReopen(dossier, reopening, "CONFIRM").statusCode(403);
        OFFICER_2.proposesToReopen(dossier).statusCode(409).body("detail", containsString("waits for its decision"));
        OFFICER_2.in("MA-RAB").decidesToReopen(dossier, reopening, "CONFIRM").statusCode(404);
        OFFICER_2.decidesToReopen(dossier, IdGenerator.next(), "CONFIRM").statusCode(404);
        assertThat(kafka.events(VerdictWithdrawn.class)).noneMatch(this::isOfDossier);
    }

    @Test
    void keepsTheVerdictWhenTheSecondPersonRefuses() {
        // Given
        conclude("FALSE_REPORT");
        UUID reopening = proposed();

        // When
        OFFICER_2.decidesToReopen(dossier, reopening, "REFUSE").statusCode(200);

        // Then
        ANALYST.reads(dossier)
                .body("state", equalTo("CONCLUDED"))
                .body("reopenings[0].decision.decidedBy", equalTo("officer2"));
        OFFICER_2
                .decidesToReopen(dossier, reopening, "CONFIRM")
                .statusCode(409)
                .body("type", endsWith("/problems/already-decided"));
        OFFICER.proposesToReopen(dossier).statusCode(201);
    }

    @Test
    void takesADecisionOnlyAboutWhatWasRead() {
        // Given
        conclude("FALSE_REPORT");
        UUID reopening = proposed();
        String read = OFFICER_2.reads(dossier).extract().header("ETag");
        files.repeat(UUID.fromString(OFFICER.reads(dossier).extract().path("evidence[0].id")), "MA-CAS");

        // Then
        var decision = Map.of("decision", "CONFIRM", "reason", "Conforme au dossier");
        var path = "/api/v1/dossiers/" + dossier + "/reopening/" + reopening + "/decision";
        OFFICER_2.request().body(decision).post(path).then().statusCode(428);
        OFFICER_2
                .request()
                .header("If-Match", read)
                .body(decision)
                .post(path)
                .then()
                .statusCode(412);
    }

    @Test
    void holdsTheTwoPeopleApartInTheDatabaseToo() {
        // Given
        conclude("FALSE_REPORT");
        UUID reopening = proposed();

        // Then
        assertThatThrownBy(() -> database.execute("""
                        update reopening_proposal set decision = 'CONFIRM', decision_reason = 'alone',
                            decided_by = proposed_by, decided_by_name = proposed_by_name, decided_at = now()
                        where reopening_id = ?
                        """, reopening))
                .hasMessageContaining("reopening_proposal_four_eyes_check");
    }

    @RepeatedTest(5)
    void letsOneOfTwoProposeAtTheSameMoment() throws Exception {
        // Given
        conclude("FALSE_REPORT");

        // When
        List<Callable<Integer>> both = List.of(
                () -> OFFICER.proposesToReopen(dossier).extract().statusCode(),
                () -> OFFICER_2.proposesToReopen(dossier).extract().statusCode());
        List<Integer> answers;
        try (ExecutorService people = Executors.newFixedThreadPool(both.size())) {
            answers = people.invokeAll(both).stream().map(Future::resultNow).toList();
        }

        // Then
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }

    private UUID proposed() {
        return UUID.fromString(
                OFFICER.proposesToReopen(dossier).statusCode(201).extract().path("id"));
    }

    private void conclude(String verdict) {
        OFFICER.decides(dossier, ANALYST.proposes(dossier, verdict), "CONFIRM").statusCode(200);
    }

    private static ValidatableResponse listed() {
        return ANALYST.request()
                .queryParam("jurisdiction", "MA-REO")
                .get("/api/v1/dossiers")
                .then()
                .statusCode(200);
    }

    private boolean isOfDossier(Event event) {
        return event.subject().equals(dossier);
    }
}
