package ma.balagh.analysis.joining;

import static ma.balagh.analysis.dossier.Staff.AFFAIRS;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.INSPECTING_ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.contracts.analysis.DossierOpened;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.ReportSeparated;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class SeparationServiceTest {

    @Inject
    CaseFiles files;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFile first;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFile second;

    @BeforeEach
    void joinTwoDossiers() {
        first = files.open("MA-CAS");
        second = files.open("MA-CAS");
        ANALYST.joins(first.dossierId(), second.dossierId()).statusCode(200);
    }

    @Test
    void givesEvidenceAndItsReportADossierOfTheirOwn() {
        // When
        UUID own = separated(second.evidenceId());

        // Then
        ANALYST.reads(own)
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("jurisdiction", equalTo("MA-CAS"))
                .body("reports.id", contains(second.reportId().toString()))
                .body("evidence.id", contains(second.evidenceId().toString()))
                .body("history.kind", contains("SEPARATED"))
                .body("history[0].role", equalTo("OTHER"))
                .body("history[0].otherDossierId", equalTo(first.dossierId().toString()));
        ANALYST.reads(first.dossierId())
                .body("reports.id", contains(first.reportId().toString()))
                .body("evidence.id", contains(first.evidenceId().toString()))
                .body("history.kind", contains("JOINED", "SEPARATED"));
        kafka.await(DossierOpened.class, event -> event.dossierId().equals(own));
        ReportSeparated told =
                kafka.await(ReportSeparated.class, event -> event.reportId().equals(second.reportId()));
        assertThat(told.dossierId()).isEqualTo(first.dossierId());
        assertThat(told.intoDossierId()).isEqualTo(own);
    }

    @Test
    void leavesAReportInBothThatBroughtBoth() {
        // Given
        UUID further = files.bring(first.reportId(), "MA-CAS");

        // When
        UUID own = separated(further);

        // Then
        assertThat(files.dossiersOf(first.reportId())).containsExactlyInAnyOrder(first.dossierId(), own);
        assertThat(files.dossiersWith(further)).containsExactly(own);
        kafka.await(
                ReportJoined.class,
                event -> event.dossierId().equals(own) && event.reportId().equals(first.reportId()));
    }

    @Test
    void placesWhatComesLaterWithWhatWasSeparated() {
        // Given
        UUID own = separated(second.evidenceId());

        // When
        UUID report = files.repeat(second.evidenceId(), "MA-CAS");

        // Then
        assertThat(files.dossiersOf(report)).containsExactly(own);
        assertThat(files.dossiersWith(files.bring(second.reportId(), "MA-CAS"))).containsExactly(own);
    }

    @Test
    void refusesToEmptyADossier() {
        // When
        ANALYST.separates(first.dossierId(), first.evidenceId(), second.evidenceId())
                // Then
                .statusCode(409)
                .body("detail", containsString("no report would stay"));
        assertThat(files.reportsIn(first.dossierId())).hasSize(2);
    }

    @Test
    void refusesWhatDoesNotStandThereOrIsBeingJudged() {
        // Given
        CaseFile third = files.open("MA-CAS");

        // Then
        ANALYST.separates(first.dossierId(), second.evidenceId(), third.evidenceId())
                .statusCode(400)
                .body("violations.field", contains("evidenceIds"));
        ANALYST.request()
                .body(Map.of("evidenceIds", List.of(), "reason", "Une autre rue, un autre jour"))
                .post("/api/v1/dossiers/{id}/separation", first.dossierId())
                .then()
                .statusCode(400);
        OFFICER.separates(first.dossierId(), second.evidenceId()).statusCode(403);
        ANALYST.in("MA-RAB").separates(first.dossierId(), second.evidenceId()).statusCode(404);
        ANALYST.proposes(first.dossierId(), "FALSE_REPORT");
        ANALYST.separates(first.dossierId(), second.evidenceId()).statusCode(409);
    }

    @Test
    void tellsNobodyElseOfADossierThatCameIntoTheCompartment() {
        // Given
        UUID own = separated(second.evidenceId());

        // When
        OFFICER.decides(own, ANALYST.proposes(own, "POLICE_MISCONDUCT"), "CONFIRM")
                .statusCode(200);

        // Then
        ANALYST.reads(first.dossierId()).body("history.kind", contains("JOINED"));
        ANALYST.reads(own).statusCode(404);
        AFFAIRS.reads(own).body("history.kind", contains("SEPARATED"));
        AFFAIRS.reads(first.dossierId()).statusCode(404);
    }

    @Test
    void tellsTheDossierThatWasOpenedNothingOfTheOneThatCameIntoTheCompartment() {
        // Given
        UUID own = separated(second.evidenceId());

        // When
        OFFICER.decides(first.dossierId(), ANALYST.proposes(first.dossierId(), "POLICE_MISCONDUCT"), "CONFIRM")
                .statusCode(200);

        // Then
        ANALYST.reads(own).statusCode(200).body("history", empty());
        INSPECTING_ANALYST
                .reads(own)
                .body("history.kind", contains("SEPARATED"))
                .body("history[0].otherDossierId", equalTo(first.dossierId().toString()));
    }

    @Test
    void separatesNoEvidenceOfAReportThatTheAnalystMayNotSee() {
        // Given: one more report of another territory, with evidence of its own
        CaseFile elsewhere = files.open("MA-RAB");
        ANALYST.joins(first.dossierId(), elsewhere.dossierId()).statusCode(200);

        // Then
        ANALYST.in("MA-CAS")
                .separates(first.dossierId(), elsewhere.evidenceId())
                .statusCode(400);
        ANALYST.separates(first.dossierId(), elsewhere.evidenceId()).statusCode(201);
    }

    private UUID separated(UUID evidence) {
        String location = ANALYST.separates(first.dossierId(), evidence)
                .statusCode(201)
                .header("Location", containsString("/api/v1/dossiers/"))
                .body("reason", startsWith("Une autre rue"))
                .extract()
                .header("Location");
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }
}
