package ma.balagh.analysis.urgency;

import static ma.balagh.analysis.dossier.Staff.AFFAIRS;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static ma.balagh.analysis.dossier.Staff.OFFICER_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.analysis.dossier.IntakeEvents;
import ma.balagh.analysis.dossier.Staff;
import ma.balagh.analysis.examination.IdleLaboratory;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.TestPlatform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class UrgencyResourceTest {

    private static final String PATH = "/api/v1/dossiers/{id}/urgency";

    @Inject
    CaseFiles files;

    @Inject
    IdleLaboratory laboratory;

    @Inject
    Database database;

    @Test
    void tellsWhyADossierIsUrgentInTheReadersLanguage() {
        // Given
        CaseFile file = files.open("MA-URG-A", "Agression", "هددوه بالسكين");

        // When
        ANALYST.request()
                .header("Accept-Language", "fr")
                .get("/api/v1/dossiers/{id}", file.dossierId())
                .then()
                // Then
                .body("urgency.level", equalTo("IMMEDIATE"))
                .body("urgency.lookBy", equalTo("2026-11-24T08:45:00.123Z"))
                .body("urgency.reasons.code", contains("urgency.weapon", "urgency.violence", "urgency.place-known"))
                .body("urgency.reasons[0].text", containsString("armes"))
                .body("urgency.reasons[0].text", containsString("سكين"))
                .body("urgency.changes.size()", equalTo(0));
        assertThat(laboratory.examineBy(file.evidenceId())).isEqualTo(IntakeEvents.RECEIVED_AT.plusSeconds(15 * 60));
    }

    @Test
    void reckonsAnewWhenAReportJoins() {
        CaseFile file = files.open("MA-URG-B", "Vidéo", "شوفو");
        read(file).body("urgency.level", equalTo("NORMAL"));

        files.repeat(file, IntakeEvents.report(IdGenerator.next(), "MA-URG-B", "Couteau", "اعتداء بالسكين"));

        read(file).body("urgency.level", equalTo("IMMEDIATE"));
    }

    @Test
    void letsPeopleSayOtherwiseAndGoBack() {
        // Given
        CaseFile file = files.open("MA-URG-C", "Agression", "هددوه بالسكين");
        String tag = read(file).extract().header("ETag");

        // When
        change(ANALYST, file, "LOW", "Scène d'un film connu", tag)
                .statusCode(200)
                .body("level", equalTo("LOW"));

        // Then
        change(ANALYST, file, "HIGH", "Deuxième avis", tag).statusCode(412);
        read(file)
                .body("urgency.level", equalTo("LOW"))
                .body("urgency.reckoned", equalTo("IMMEDIATE"))
                .body("urgency.changes[0].by", equalTo("analyst"))
                .body("urgency.changes[0].reason", equalTo("Scène d'un film connu"));
        assertThat(lookBy(file)).isAfter(Instant.now().plus(Duration.ofHours(23)));

        // When
        files.repeat(file, IntakeEvents.report(IdGenerator.next(), "MA-URG-C", "Arme", "سكين"));

        // Then: what a person said stands
        read(file).body("urgency.level", equalTo("LOW"));

        // When
        OFFICER.request().delete(PATH, file.dossierId()).then().statusCode(200).body("level", equalTo("IMMEDIATE"));

        // Then
        read(file)
                .body("urgency.level", equalTo("IMMEDIATE"))
                .body("urgency.changes.by", contains("analyst", "officer"))
                .body("urgency.changes[1].level", nullValue());
        assertThatThrownBy(() -> database.execute("delete from urgency_change")).hasMessageContaining("append-only");
    }

    @Test
    void refusesAChangeWithoutAReasonOrOfWhatIsConcluded() {
        CaseFile file = files.open("MA-URG-D");
        change(ANALYST, file, "LOW", " ", null).statusCode(400).body("violations[0].field", equalTo("reason"));
        change(ANALYST, file, null, "Sans degré", null).statusCode(400);
        change(Staff.ANALYST.in("MA-XYZ"), file, "LOW", "D'ailleurs", null).statusCode(404);

        conclude(file, "FALSE_REPORT");

        change(ANALYST, file, "HIGH", "Trop tard", null)
                .statusCode(409)
                .body("type", endsWith("/problems/illegal-transition"));
    }

    @Test
    void listsWhatShouldBeLookedAtFirst() {
        // Given
        CaseFile low = files.open("MA-URG-E", "Vidéo", "شوفو");
        CaseFile immediate = files.open("MA-URG-E", "Agression", "هددوه بالسكين");
        CaseFile concluded = files.open("MA-URG-E", "Agression", "هددوه بالسكين");
        CaseFile high = files.open("MA-URG-E", "Agression", "ضربوه");
        conclude(concluded, "FALSE_REPORT");

        // When
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            var page = list("urgency", cursor).statusCode(200).extract();
            ids.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        // Then
        assertThat(ids)
                .containsExactly(
                        immediate.dossierId().toString(),
                        high.dossierId().toString(),
                        low.dossierId().toString(),
                        concluded.dossierId().toString());
        list(null, null)
                .body("items[0].id", equalTo(high.dossierId().toString()))
                .body("items[0].urgency", equalTo("HIGH"));
        list("alphabet", null).statusCode(400).body("violations[0].field", equalTo("sort"));
        list("urgency", "bm90IGEgcGxhY2U").statusCode(400).body("violations[0].field", equalTo("cursor"));
    }

    @Test
    void knowsAPlaceOfVerifiedOffencesButNotOfMisconduct() {
        // Given: all at the same place
        conclude(files.open("MA-URG-F"), "POLICE_MISCONDUCT");
        files.open("MA-URG-F");
        CaseFile first = files.open("MA-URG-F");
        read(first).body("urgency.reasons.code", not(hasItem("urgency.repeat-place")));

        // When
        conclude(first, "PRESUMED_OFFENCE");

        // Then
        CaseFile next = files.open("MA-URG-F");
        read(next)
                .body("urgency.reasons.code", hasItem("urgency.repeat-place"))
                .body("urgency.reasons.find { it.code == 'urgency.repeat-place' }.text", containsString(": 1."));
        read(files.open("MA-URG-G")).body("urgency.reasons.code", not(hasItem("urgency.repeat-place")));
    }

    @Test
    void isReckonedAnewForWhatIsJoinedAndWhatIsOpenedAgain() {
        // Given
        CaseFile file = files.open("MA-URG-I", "Vidéo", "شوفو");
        CaseFile armed = files.open("MA-URG-I", "Vidéo", "بالسكين");

        // When
        ANALYST.joins(file.dossierId(), armed.dossierId()).statusCode(200);

        // Then
        read(file).body("urgency.level", equalTo("HIGH"));
        change(ANALYST, armed, "LOW", "Il est vide", null).statusCode(409);

        // When
        conclude(file, "FALSE_REPORT");
        files.repeat(file, IntakeEvents.report(IdGenerator.next(), "MA-URG-I", "Agression", "شوفو"));
        read(file).body("urgency.level", equalTo("HIGH"));
        OFFICER.reopensWith(OFFICER_2, file.dossierId());

        // Then
        read(file).body("urgency.level", equalTo("IMMEDIATE"));
    }

    @Test
    void carriesOverWhatAPersonSaidWhereItIsMoreUrgent() {
        // Given
        CaseFile file = files.open("MA-URG-J", "Vidéo", "شوفو");
        CaseFile pressing = files.open("MA-URG-J", "Vidéo", "شوفو");
        CaseFile idle = files.open("MA-URG-J", "Vidéo", "شوفو");
        change(OFFICER, pressing, "IMMEDIATE", "Un témoin est menacé", null).statusCode(200);
        change(OFFICER, idle, "LOW", "Scène d'un film", null).statusCode(200);

        // When
        ANALYST.joins(file.dossierId(), pressing.dossierId()).statusCode(200);
        ANALYST.joins(file.dossierId(), idle.dossierId()).statusCode(200);

        // Then
        read(file)
                .body("urgency.level", equalTo("IMMEDIATE"))
                .body("urgency.reckoned", equalTo("NORMAL"))
                .body("urgency.changes.reason", contains("Un témoin est menacé"))
                .body("urgency.changes.by", contains("officer"));
        assertThat(laboratory.examineBy(file.evidenceId())).isEqualTo(lookBy(file));
    }

    @Test
    void carriesOverWhatAPersonSaidOfADossierThatComesAlongWithItsReports() {
        // Given
        CaseFile file = files.open("MA-URG-K", "Vidéo", "شوفو");
        CaseFile pressing = files.open("MA-URG-K", "Vidéo", "شوفو");
        change(OFFICER, pressing, "IMMEDIATE", "Un témoin est menacé", null).statusCode(200);

        // When
        ANALYST.attaches(file.dossierId(), List.of(pressing.reportId())).statusCode(200);

        // Then
        read(file)
                .body("urgency.level", equalTo("IMMEDIATE"))
                .body("urgency.changes.reason", contains("Un témoin est menacé"));
        assertThat(laboratory.examineBy(pressing.evidenceId())).isEqualTo(lookBy(file));
    }

    @Test
    void keepsWhatAReportSaysThatAlsoStaysOutsideTheCompartment() {
        // Given: a report that names a weapon stands in two dossiers
        CaseFile misconduct = files.open("MA-URG-H", "Bavure", "بالسكين");
        CaseFile other = files.open("MA-URG-H", "Vidéo", "شوفو");
        files.bring(misconduct.reportId(), "MA-URG-H", other);
        read(other).body("urgency.reasons.code", hasItem("urgency.weapon"));

        // When
        conclude(misconduct, "POLICE_MISCONDUCT");

        // Then
        read(other).body("urgency.level", equalTo("HIGH")).body("urgency.reasons.code", hasItem("urgency.weapon"));
        change(ANALYST, misconduct, "LOW", "Je ne le vois pas", null).statusCode(404);
        AFFAIRS.reads(misconduct.dossierId()).statusCode(200);
    }

    private static ValidatableResponse read(CaseFile file) {
        return ANALYST.reads(file.dossierId()).statusCode(200);
    }

    private static ValidatableResponse change(
            Staff by, CaseFile file, @Nullable String level, String reason, @Nullable String tag) {
        var request =
                by.request().body(level == null ? Map.of("reason", reason) : Map.of("level", level, "reason", reason));
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.put(PATH, file.dossierId()).then();
    }

    private static void conclude(CaseFile file, String verdict) {
        UUID dossier = file.dossierId();
        OFFICER.decides(dossier, ANALYST.proposes(dossier, verdict), "CONFIRM").statusCode(200);
    }

    private static ValidatableResponse list(@Nullable String sort, @Nullable String cursor) {
        var request =
                ANALYST.request().queryParam("jurisdiction", "MA-URG-E").queryParam("limit", sort == null ? 50 : 3);
        if (sort != null) {
            request.queryParam("sort", sort);
        }
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/api/v1/dossiers").then();
    }

    private Instant lookBy(CaseFile file) {
        return database.one(OffsetDateTime.class, "select look_by from dossier where dossier_id = ?", file.dossierId())
                .toInstant();
    }
}
