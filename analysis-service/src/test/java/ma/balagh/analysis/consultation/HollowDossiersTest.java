package ma.balagh.analysis.consultation;

import static ma.balagh.analysis.dossier.Staff.AFFAIRS;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.COMMANDER;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.analysis.dossier.Staff;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

/** Dossiers all of whose reports are hidden because of another dossier. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class HollowDossiersTest {

    @Inject
    CaseFiles files;

    @Test
    void showsADossierOfHiddenReportsToInternalAffairsAloneUntilAnotherReportJoins() {
        // Given: one report in two dossiers, of which one is concluded as misconduct
        CaseFile misconduct = files.open("MA-CAS");
        CaseFile hollow = files.open("MA-CAS");
        files.bring(hollow.reportId(), "MA-CAS", misconduct);
        UUID proposal = ANALYST.proposes(hollow.dossierId(), "FALSE_REPORT");

        // When
        conclude(misconduct);

        // Then
        assertThat(files.dossiersOf(hollow.reportId())).contains(misconduct.dossierId(), hollow.dossierId());
        ANALYST.reads(hollow.dossierId()).statusCode(404);
        OFFICER.decides(hollow.dossierId(), proposal, "CONFIRM").statusCode(404);
        list(COMMANDER, "state", "PROPOSED")
                .body("items.id", not(hasItem(hollow.dossierId().toString())));
        AFFAIRS.reads(hollow.dossierId())
                .statusCode(200)
                .body("reports.id", contains(hollow.reportId().toString()))
                .body("evidence.id", contains(hollow.evidenceId().toString()));
        list(AFFAIRS, "state", "PROPOSED")
                .body("items.id", hasItem(hollow.dossierId().toString()));
        await().untilAsserted(() -> assertThat(waiting("PROPOSED")).isEqualTo(shown("PROPOSED")));

        // When
        UUID outside = files.repeat(hollow.evidenceId(), "MA-CAS");

        // Then
        ANALYST.reads(hollow.dossierId())
                .statusCode(200)
                .body("reports.id", contains(outside.toString()))
                .body("evidence.id", contains(hollow.evidenceId().toString()));
        AFFAIRS.reads(hollow.dossierId()).statusCode(404);
        await().untilAsserted(() -> assertThat(waiting("PROPOSED")).isEqualTo(shown("PROPOSED")));
    }

    @Test
    void keepsAConcludedDossierOfHiddenReportsForThoseWhoActOnIt() {
        // Given
        CaseFile misconduct = files.open("MA-CAS");
        CaseFile offence = files.open("MA-CAS");
        files.bring(offence.reportId(), "MA-CAS", misconduct);
        OFFICER.decides(offence.dossierId(), ANALYST.proposes(offence.dossierId(), "PRESUMED_OFFENCE"), "CONFIRM")
                .statusCode(200);

        // When
        conclude(misconduct);

        // Then
        ANALYST.reads(offence.dossierId())
                .statusCode(200)
                .body("reports", empty())
                .body("verdict.verdict", equalTo("PRESUMED_OFFENCE"));
    }

    private static void conclude(CaseFile misconduct) {
        UUID dossier = misconduct.dossierId();
        OFFICER.decides(dossier, ANALYST.proposes(dossier, "POLICE_MISCONDUCT"), "CONFIRM")
                .statusCode(200);
    }

    /** As the metrics tell it. */
    private static int waiting(String state) {
        String metrics = RestAssured.get("/q/metrics").asString();
        Matcher level = Pattern.compile("(?m)^balagh_dossiers\\{state=\"" + state + "\"} (\\d+)")
                .matcher(metrics);
        assertThat(level.find()).isTrue();
        return Integer.parseInt(level.group(1));
    }

    private static int shown(String state) {
        return list(COMMANDER, "state", state).extract().path("items.size()");
    }

    private static ValidatableResponse list(Staff by, String parameter, Object value) {
        return by.request()
                .queryParam("limit", 200)
                .queryParam(parameter, value)
                .get("/api/v1/dossiers")
                .then()
                .statusCode(200);
    }
}
