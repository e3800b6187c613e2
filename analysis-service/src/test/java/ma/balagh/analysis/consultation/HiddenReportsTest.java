package ma.balagh.analysis.consultation;

import static ma.balagh.analysis.dossier.Staff.AFFAIRS;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.COMMANDER;
import static ma.balagh.analysis.dossier.Staff.INSPECTING_ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.analysis.dossier.IntakeEvents;
import ma.balagh.analysis.dossier.Staff;
import ma.balagh.contracts.Ids;
import ma.balagh.contracts.intake.Claim;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

/** Reports that stand in a dossier of the caller's and are nevertheless not the caller's to see. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class HiddenReportsTest {

    private static final Staff CASABLANCA = ANALYST.in("MA-CAS");

    @Inject
    CaseFiles files;

    @Test
    void hidesReportsOfOtherJurisdictionsAndWhatTheyAloneBrought() {
        // Given
        CaseFile file = files.open("MA-CAS");
        String word = "mot" + file.reportId().toString().replace("-", "");
        UUID far = files.repeat(file, IntakeEvents.report(Ids.next(), "MA-RBA", "À Rabat", word));
        UUID brought = files.bring(far, "MA-RBA");
        files.examine(file);

        // Then
        CASABLANCA
                .reads(file.dossierId())
                .statusCode(200)
                .body("reports.id", contains(file.reportId().toString()))
                .body("evidence.id", contains(file.evidenceId().toString()))
                .body("evidence[0].reportIds", contains(file.reportId().toString()))
                .body("examinations.evidenceId", contains(file.evidenceId().toString()));
        list(CASABLANCA, "reportId", far).body("items", empty());
        list(CASABLANCA, "q", word).body("items", empty());
        list(CASABLANCA, "reportId", file.reportId())
                .body("items[0].reports", equalTo(1))
                .body("items[0].evidence", equalTo(1));

        // Then
        COMMANDER
                .reads(file.dossierId())
                .body("reports.id", contains(file.reportId().toString(), far.toString()))
                .body("evidence.id", contains(file.evidenceId().toString(), brought.toString()));
        list(ANALYST, "q", word).body("items.id", contains(file.dossierId().toString()));
        list(ANALYST, "reportId", far).body("items[0].reports", equalTo(2)).body("items[0].evidence", equalTo(2));
    }

    @Test
    void changesTheTagOfADossierOnlyForThoseWhoAreShownTheChange() {
        // Given
        CaseFile file = files.open("MA-CAS");
        String ofCasablanca = tag(CASABLANCA, file);
        String ofTheCountry = tag(ANALYST, file);

        // When
        files.repeat(file, IntakeEvents.report(Ids.next(), "MA-RBA"));

        // Then
        assertThat(tag(CASABLANCA, file)).isEqualTo(ofCasablanca);
        assertThat(tag(ANALYST, file)).isNotEqualTo(ofTheCountry);
    }

    @Test
    void hidesAReportOfMisconductInItsOtherDossierToo() {
        // Given
        CaseFile common = files.open("MA-CAS");
        CaseFile misconduct = files.open(
                "MA-CAS", "Remise", "mot" + common.reportId().toString().replace("-", ""));
        files.bring(misconduct.reportId(), "MA-CAS", common);
        list(ANALYST, "reportId", misconduct.reportId())
                .body("items.id", hasItem(common.dossierId().toString()));

        // When
        conclude(misconduct);

        // Then
        ANALYST.reads(common.dossierId())
                .body("reports.id", contains(common.reportId().toString()))
                .body("evidence[0].reportIds", contains(common.reportId().toString()));
        list(ANALYST, "reportId", misconduct.reportId()).body("items", empty());
        list(ANALYST, "q", "mot" + common.reportId().toString().replace("-", ""))
                .body("items", empty());
        INSPECTING_ANALYST
                .reads(common.dossierId())
                .body(
                        "reports.id",
                        hasItems(
                                common.reportId().toString(),
                                misconduct.reportId().toString()));
        AFFAIRS.reads(misconduct.dossierId())
                .body("reports.id", contains(misconduct.reportId().toString()));
    }

    @Test
    void keepsInTheCompartmentWhatAReportOfMisconductBringsLater() {
        // Given
        CaseFile misconduct = files.open("MA-CAS");
        conclude(misconduct);

        // When
        UUID later = files.bring(misconduct.reportId(), "MA-CAS");

        // Then
        assertThat(files.dossiersWith(later)).containsExactly(misconduct.dossierId());
        AFFAIRS.reads(misconduct.dossierId()).body("evidence.id", hasItem(later.toString()));
    }

    @Test
    void hasPeopleJudgeWhatNobodyJudgedWhenSomebodyElseReportsIt() {
        // Given: what came after the verdict, once examined and once not
        CaseFile misconduct = files.open("MA-CAS");
        conclude(misconduct);
        UUID later = files.bring(misconduct.reportId(), "MA-CAS");
        UUID latest = files.bring(misconduct.reportId(), "MA-CAS");
        CaseFile other = files.open("MA-CAS");

        // When
        UUID outside = files.repeat(later, "MA-CAS");
        files.bring(other.reportId(), "MA-CAS", new CaseFile(other.dossierId(), other.reportId(), latest));

        // Then: it stands in a dossier of that report, a new one or the one that is open
        UUID opened = files.dossiersOf(outside).getFirst();
        assertThat(files.dossiersOf(outside)).doesNotContain(misconduct.dossierId());
        assertThat(files.dossiersWith(later)).containsExactly(opened);
        assertThat(files.dossiersWith(latest)).containsExactly(other.dossierId());
        ANALYST.reads(opened)
                .statusCode(200)
                .body("reports.id", contains(outside.toString()))
                .body("evidence.id", contains(later.toString()))
                .body("evidence[0].reportIds", contains(outside.toString()));
        ANALYST.reads(other.dossierId()).body("evidence.id", hasItem(latest.toString()));
        AFFAIRS.reads(misconduct.dossierId())
                .body("reports.id", contains(misconduct.reportId().toString()))
                .body("evidence.id", contains(misconduct.evidenceId().toString()));
        list(ANALYST, "reportId", misconduct.reportId()).body("items", empty());
        OFFICER.decides(opened, ANALYST.proposes(opened, "FALSE_REPORT"), "CONFIRM")
                .statusCode(200);
    }

    @Test
    void keepsInTheCompartmentWhatTwoPeopleJudgedWhoeverReportsIt() {
        // Given
        CaseFile misconduct = files.open("MA-CAS");
        conclude(misconduct);

        // When
        UUID outside = files.repeat(misconduct.evidenceId(), "MA-CAS");

        // Then
        assertThat(files.dossiersOf(outside)).containsExactly(misconduct.dossierId());
        assertThat(files.dossiersWith(misconduct.evidenceId())).containsExactly(misconduct.dossierId());

        // When
        UUID later = files.bring(misconduct.reportId(), "MA-CAS");
        files.bring(outside, "MA-CAS", new CaseFile(misconduct.dossierId(), outside, later));

        // Then: who reports it is hidden already
        assertThat(files.dossiersWith(later)).containsExactly(misconduct.dossierId());
    }

    @Test
    void takesNoClaimFromAReportThatSomeReadersOfTheDossierMayNotSee() {
        // Given
        CaseFile file = files.open("MA-CAS");
        CaseFile misconduct = files.open("MA-CAS");
        files.bring(file.reportId(), "MA-CAS", misconduct);
        files.repeat(file, IntakeEvents.report(Ids.next(), "MA-RBA", "À Rabat", "vol", at("Agdal")));
        files.repeat(file, IntakeEvents.report(Ids.next(), "MA-CAS-ANFA", "À Anfa", "vol", at("Anfa")));
        conclude(misconduct);

        // When
        ANALYST.proposes(file.dossierId(), Map.of("verdict", "PRESUMED_OFFENCE", "reasons", "Arme visible"))
                // Then
                .statusCode(201)
                .body("place", equalTo("Anfa"));
    }

    private static String tag(Staff reader, CaseFile file) {
        return reader.reads(file.dossierId()).statusCode(200).extract().header("ETag");
    }

    private static Claim at(String place) {
        return new Claim(null, place, null, null);
    }

    private static void conclude(CaseFile misconduct) {
        UUID dossier = misconduct.dossierId();
        OFFICER.decides(dossier, ANALYST.proposes(dossier, "POLICE_MISCONDUCT"), "CONFIRM")
                .statusCode(200);
    }

    private static ValidatableResponse list(Staff by, String parameter, Object value) {
        return by.request()
                .queryParam(parameter, value)
                .get("/api/v1/dossiers")
                .then()
                .statusCode(200);
    }
}
