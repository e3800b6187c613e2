package ma.balagh.analysis.joining;

import static ma.balagh.analysis.dossier.Staff.AFFAIRS;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.COMMANDER;
import static ma.balagh.analysis.dossier.Staff.INSPECTING_ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static ma.balagh.analysis.dossier.Staff.OFFICER_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossiersMerged;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class JoiningServiceTest {

    @Inject
    CaseFiles files;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFile first;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFile second;

    @BeforeEach
    void openTwoDossiers() {
        first = files.open("MA-CAS");
        second = files.open("MA-CAS");
    }

    @Test
    void putsEverythingOfOneDossierIntoTheOther() {
        // When
        ANALYST.joins(first.dossierId(), second.dossierId())
                .statusCode(200)
                .body("kind", equalTo("JOINED"))
                .body("by", equalTo("analyst"));

        // Then
        ANALYST.reads(first.dossierId())
                .body("state", equalTo("OPEN"))
                .body("reports.id", containsInAnyOrder(text(first.reportId()), text(second.reportId())))
                .body("evidence.id", containsInAnyOrder(text(first.evidenceId()), text(second.evidenceId())))
                .body("history.kind", contains("JOINED"))
                .body("history[0].role", equalTo("CHANGED"))
                .body("history[0].otherDossierId", equalTo(text(second.dossierId())))
                .body("history[0].reason", equalTo("Même scène, même heure"));
        DossiersMerged merged =
                kafka.await(DossiersMerged.class, event -> event.dossierId().equals(second.dossierId()));
        assertThat(merged.intoDossierId()).isEqualTo(first.dossierId());
    }

    @Test
    void keepsTheEmptyDossierThatLeadsToTheOther() {
        // Given
        CaseFile third = files.open("MA-CAS");
        ANALYST.joins(first.dossierId(), second.dossierId()).statusCode(200);

        // When
        ANALYST.joins(third.dossierId(), first.dossierId()).statusCode(200);

        // Then
        ANALYST.reads(second.dossierId())
                .statusCode(200)
                .body("state", equalTo("JOINED"))
                .body("joinedInto", equalTo(text(third.dossierId())))
                .body("reports", empty())
                .body("evidence", empty())
                .body("history[0].role", equalTo("OTHER"))
                .body("history[0].by", equalTo("analyst"));
        listed("").body("items.id", not(hasItem(text(second.dossierId()))));
        listed("&state=JOINED").body("items.id", hasItem(text(second.dossierId())));
    }

    @Test
    void placesWhatComesLaterWhereTheDossierLedTo() {
        // Given
        ANALYST.joins(first.dossierId(), second.dossierId()).statusCode(200);

        // When
        UUID evidence = files.bring(second.reportId(), "MA-CAS");
        UUID report = files.repeat(second.evidenceId(), "MA-CAS");

        // Then
        assertThat(files.dossiersWith(evidence)).containsExactly(first.dossierId());
        assertThat(files.dossiersOf(report)).containsExactly(first.dossierId());
    }

    @Test
    void waitsForTheExaminationsOfBoth() {
        // Given
        files.examine(first);
        ANALYST.reads(first.dossierId()).body("ready", equalTo(true));

        // When
        ANALYST.joins(first.dossierId(), second.dossierId()).statusCode(200);

        // Then
        ANALYST.reads(first.dossierId()).body("ready", equalTo(false));
        files.examine(second);
        ANALYST.reads(first.dossierId()).body("ready", equalTo(true));
    }

    @Test
    void refusesDossiersThatPeopleJudgeOrHaveJudged() {
        // Given
        CaseFile third = files.open("MA-CAS");
        UUID proposal = ANALYST.proposes(second.dossierId(), "FALSE_REPORT");

        // Then
        refused(ANALYST.joins(first.dossierId(), second.dossierId()), "a proposal waits");
        refused(ANALYST.joins(second.dossierId(), first.dossierId()), "a proposal waits");
        OFFICER.decides(second.dossierId(), proposal, "CONFIRM").statusCode(200);
        refused(ANALYST.joins(first.dossierId(), second.dossierId()), "it is concluded");
        refused(ANALYST.joins(second.dossierId(), first.dossierId()), "it is concluded");
        OFFICER.reopensWith(OFFICER_2, second.dossierId());
        refused(ANALYST.joins(first.dossierId(), second.dossierId()), "a verdict stood in");
        ANALYST.joins(second.dossierId(), first.dossierId()).statusCode(200);
        refused(ANALYST.joins(third.dossierId(), first.dossierId()), "it was joined to another one");
        refused(ANALYST.joins(first.dossierId(), third.dossierId()), "it was joined to another one");
        ANALYST.proposes(first.dossierId(), Map.of("verdict", "FALSE_REPORT", "reasons", "Vu les constats"))
                .statusCode(409);
    }

    @Test
    void refusesWhatIsNotAnotherDossierOfTheAnalyst() {
        // Given
        CaseFile elsewhere = files.open("MA-RAB");

        // Then
        ANALYST.joins(first.dossierId(), first.dossierId()).statusCode(400);
        ANALYST.joins(first.dossierId(), IdGenerator.next())
                .statusCode(400)
                .body("violations.field", contains("dossierId"));
        ANALYST.in("MA-CAS").joins(first.dossierId(), elsewhere.dossierId()).statusCode(400);
        ANALYST.in("MA-CAS").joins(elsewhere.dossierId(), first.dossierId()).statusCode(404);
        OFFICER.joins(first.dossierId(), second.dossierId()).statusCode(403);
        ANALYST.request()
                .body(Map.of("dossierId", second.dossierId(), "reason", "même vol"))
                .post("/api/v1/dossiers/{id}/join", first.dossierId())
                .then()
                .statusCode(400)
                .body("violations.field", contains(endsWith("reason")));
    }

    @Test
    void namesTheOtherDossierToNobodyForWhomItDoesNotExist() {
        // Given
        CaseFile elsewhere = files.open("MA-RAB");

        // When
        ANALYST.joins(elsewhere.dossierId(), first.dossierId()).statusCode(200);

        // Then
        ANALYST.in("MA-CAS")
                .reads(first.dossierId())
                .body("state", equalTo("JOINED"))
                .body("joinedInto", nullValue())
                .body("history[0].otherDossierId", nullValue());
        ANALYST.in("MA-RAB").reads(first.dossierId()).statusCode(404);
    }

    @Test
    void hidesTheEmptyDossierWithTheOneThatItLedTo() {
        // Given
        ANALYST.joins(first.dossierId(), second.dossierId()).statusCode(200);

        // When
        UUID proposal = ANALYST.proposes(first.dossierId(), "POLICE_MISCONDUCT");
        OFFICER.decides(first.dossierId(), proposal, "CONFIRM").statusCode(200);

        // Then
        ANALYST.reads(second.dossierId()).statusCode(404);
        COMMANDER.reads(second.dossierId()).statusCode(404);
        listed("&state=JOINED").body("items.id", not(hasItem(text(second.dossierId()))));
        AFFAIRS.reads(second.dossierId()).statusCode(200).body("joinedInto", equalTo(text(first.dossierId())));
    }

    @Test
    void mixesNothingThatInternalAffairsAloneMaySeeWithWhatEverybodySees() {
        // Given
        CaseFile misconduct = files.open("MA-CAS");
        UUID proposal = ANALYST.proposes(misconduct.dossierId(), "POLICE_MISCONDUCT");
        OFFICER.decides(misconduct.dossierId(), proposal, "CONFIRM").statusCode(200);

        // Then
        ANALYST.joins(first.dossierId(), misconduct.dossierId()).statusCode(400);
        refused(INSPECTING_ANALYST.joins(first.dossierId(), misconduct.dossierId()), "it is concluded");
        refused(INSPECTING_ANALYST.joins(misconduct.dossierId(), second.dossierId()), "it is concluded");
    }

    @Test
    void answersARepeatedRequestAsItDidFirst() {
        // Given
        String key = IdGenerator.next().toString();

        // Then
        for (int i = 0; i < 2; i++) {
            ANALYST.request()
                    .header("Idempotency-Key", key)
                    .body(Map.of("dossierId", second.dossierId(), "reason", "Même scène, même heure"))
                    .post("/api/v1/dossiers/{id}/join", first.dossierId())
                    .then()
                    .statusCode(200)
                    .body("otherDossierId", equalTo(text(second.dossierId())));
        }
        ANALYST.reads(first.dossierId()).body("history.kind", contains("JOINED"));
    }

    @Test
    void keepsTheEmptyDossierEmptyWhicheverWayItIsWrittenTo() {
        // Given
        ANALYST.joins(first.dossierId(), second.dossierId()).statusCode(200);

        // Then
        assertThatThrownBy(() -> database.execute(
                        "update dossier_evidence set dossier_id = ? where evidence_id = ?",
                        second.dossierId(),
                        first.evidenceId()))
                .hasMessageContaining("was joined to another one");
        assertThatThrownBy(() -> database.execute("delete from dossier_act where dossier_id = ?", first.dossierId()))
                .hasMessageContaining("append-only");
    }

    private static ValidatableResponse listed(String parameters) {
        return ANALYST.request()
                .get("/api/v1/dossiers?limit=200" + parameters)
                .then()
                .statusCode(200);
    }

    private static void refused(ValidatableResponse answer, String why) {
        answer.statusCode(409)
                .body("type", endsWith("/problems/illegal-transition"))
                .body("detail", containsString(why));
    }

    private static String text(UUID id) {
        return id.toString();
    }
}
