package ma.balagh.analysis.consultation;

import static ma.balagh.analysis.dossier.Staff.AFFAIRS;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.COMMANDER;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

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
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossierForwarded;
import ma.balagh.contracts.intake.Claim;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reports that stand in a dossier of the caller's and are nevertheless not the caller's to see. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class HiddenReportsTest {

    private static final Staff CASABLANCA = ANALYST.in("MA-CAS");

    @Inject
    CaseFiles files;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    @Test
    void hidesReportsOfOtherJurisdictionsAndWhatTheyAloneBrought() {
        // Given
        CaseFile file = files.open("MA-CAS");
        String word = "mot" + file.reportId().toString().replace("-", "");
        UUID far = files.repeat(file, IntakeEvents.report(IdGenerator.next(), "MA-RBA", "À Rabat", word));
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
        files.repeat(file, IntakeEvents.report(IdGenerator.next(), "MA-RBA"));

        // Then
        assertThat(tag(CASABLANCA, file)).isEqualTo(ofCasablanca);
        assertThat(tag(ANALYST, file)).isNotEqualTo(ofTheCountry);
    }

    @Test
    void leavesAReportInItsOtherDossierAndHidesWhatWasJudged() {
        // Given
        CaseFile common = files.open("MA-CAS");
        CaseFile misconduct = files.open(
                "MA-CAS", "Remise", "mot" + common.reportId().toString().replace("-", ""));
        files.bring(misconduct.reportId(), "MA-CAS", common);

        // When
        conclude(misconduct);

        // Then
        ANALYST.reads(common.dossierId())
                .body(
                        "reports.id",
                        contains(
                                common.reportId().toString(),
                                misconduct.reportId().toString()))
                .body("evidence.id", contains(common.evidenceId().toString()));
        list(ANALYST, "reportId", misconduct.reportId())
                .body("items.id", contains(common.dossierId().toString()));
        AFFAIRS.reads(misconduct.dossierId())
                .body("reports.id", contains(misconduct.reportId().toString()))
                .body("evidence.id", contains(misconduct.evidenceId().toString()));
        DossierForwarded told =
                kafka.await(DossierForwarded.class, event -> event.dossierId().equals(misconduct.dossierId()));
        assertThat(told.reportIds()).isEmpty();
        assertThat(told.evidenceIds()).containsExactly(misconduct.evidenceId());
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
        DossierForwarded told =
                kafka.await(DossierForwarded.class, event -> event.dossierId().equals(misconduct.dossierId()));
        assertThat(told.reportIds()).containsExactly(misconduct.reportId());
    }

    @Test
    void drawsNothingElseIntoTheCompartmentByWhatAReportOfMisconductBringsLater() {
        // Given
        CaseFile misconduct = files.open("MA-CAS");
        conclude(misconduct);
        CaseFile common = files.open("MA-CAS");

        // When: what stands in another dossier, and the same bytes as an evidence of its own
        files.bring(misconduct.reportId(), "MA-CAS", common);
        UUID own = files.bringAnew(misconduct.reportId(), "MA-CAS", common);

        // Then
        assertThat(files.dossiersOf(misconduct.reportId())).containsExactly(misconduct.dossierId());
        assertThat(files.dossiersWith(common.evidenceId())).containsExactly(common.dossierId());
        assertThat(files.dossiersWith(own)).containsExactly(misconduct.dossierId());
        ANALYST.reads(common.dossierId())
                .body("reports.id", contains(common.reportId().toString()))
                .body("evidence.id", contains(common.evidenceId().toString()))
                .body("evidence[0].reportIds", contains(common.reportId().toString()));
        list(ANALYST, "reportId", misconduct.reportId()).body("items", empty());
    }

    @Test
    void examinesBytesOfTheCompartmentAnewForWhoeverBringsThem() {
        // Given
        CaseFile misconduct = files.open("MA-CAS");
        conclude(misconduct);
        UUID later = files.bring(misconduct.reportId(), "MA-CAS");
        UUID outside = IdGenerator.next();

        // When: what was judged, and what came later
        UUID judged = files.bringAnew(outside, "MA-CAS", misconduct);
        UUID unjudged = files.bringAnew(outside, "MA-CAS", new CaseFile(outside, outside, later));

        // Then
        assertThat(files.dossiersOf(outside)).hasSize(1).doesNotContain(misconduct.dossierId());
        UUID opened = files.dossiersOf(outside).getFirst();
        assertThat(files.dossiersWith(judged)).containsExactly(opened);
        assertThat(files.dossiersWith(unjudged)).containsExactly(opened);
        ANALYST.reads(opened).body("evidence.id", contains(judged.toString(), unjudged.toString()));
        AFFAIRS.reads(misconduct.dossierId())
                .body("reports.id", contains(misconduct.reportId().toString()))
                .body("evidence.id", contains(misconduct.evidenceId().toString(), later.toString()));
    }

    @Test
    void drawsNoReportIntoTheCompartmentThatIsToldOfLate() {
        // Given
        CaseFile misconduct = files.open("MA-CAS");
        conclude(misconduct);

        // When
        UUID outside = files.repeat(misconduct.evidenceId(), "MA-CAS");

        // Then: it gets a dossier as one without media does
        assertThat(files.dossiersOf(outside)).isEmpty();
        assertThat(files.dossiersWith(misconduct.evidenceId())).containsExactly(misconduct.dossierId());
    }

    @Test
    void listsTheSameBytesOnceWhoeverBroughtThem() {
        // Given
        CaseFile file = files.open("MA-CAS");
        UUID far = IdGenerator.next();

        // When
        UUID own = files.bringAnew(far, "MA-RBA", file);

        // Then
        assertThat(files.dossiersWith(own)).containsExactly(file.dossierId());
        COMMANDER
                .reads(file.dossierId())
                .body("evidence.id", contains(file.evidenceId().toString()))
                .body("evidence[0].reportIds", contains(file.reportId().toString(), far.toString()))
                .body("evidence[0].reportCount", equalTo(2));
        CASABLANCA
                .reads(file.dossierId())
                .body("evidence[0].reportIds", contains(file.reportId().toString()));
        ANALYST.in("MA-RBA").reads(file.dossierId()).statusCode(404);
        list(COMMANDER, "reportId", far).body("items[0].evidence", equalTo(1));
    }

    @Test
    void takesNoClaimFromAReportThatSomeReadersOfTheDossierMayNotSee() {
        // Given
        CaseFile file = files.open(IntakeEvents.report(IdGenerator.next(), "MA-CAS", "À Casablanca", "vol", at(null)));
        files.repeat(file, IntakeEvents.report(IdGenerator.next(), "MA-RBA", "À Rabat", "vol", at("Agdal")));
        files.repeat(file, IntakeEvents.report(IdGenerator.next(), "MA-CAS-ANFA", "À Anfa", "vol", at("Anfa")));

        // When
        ANALYST.proposes(file.dossierId(), Map.of("verdict", "PRESUMED_OFFENCE", "reasons", "Arme visible"))
                // Then
                .statusCode(201)
                .body("place", equalTo("Anfa"));
    }

    private static String tag(Staff reader, CaseFile file) {
        return reader.reads(file.dossierId()).statusCode(200).extract().header("ETag");
    }

    private static Claim at(@Nullable String place) {
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
