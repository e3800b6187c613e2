package ma.balagh.analysis.consultation;

import static ma.balagh.analysis.dossier.Staff.AFFAIRS;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.AUDITOR;
import static ma.balagh.analysis.dossier.Staff.COMMANDER;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.analysis.dossier.Staff;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class DossierResourceTest {

    @Inject
    CaseFiles files;

    @Inject
    Database database;

    @Test
    void showsEverythingAboutADossier() {
        // Given
        CaseFile file = files.open("MA-CAS");
        files.examine(file);
        ANALYST.proposes(file.dossierId(), "FALSE_REPORT");

        // When
        COMMANDER
                .reads(file.dossierId())
                // Then
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("id", equalTo(file.dossierId().toString()))
                .body("state", equalTo("PROPOSED"))
                .body("jurisdiction", equalTo("MA-CAS"))
                .body("ready", equalTo(true))
                .body("reports.id", contains(file.reportId().toString()))
                .body("reports[0].claim.place", equalTo("Boulevard Zerktouni"))
                .body("evidence.id", contains(file.evidenceId().toString()))
                .body("evidence[0].size", equalTo(4_200_000))
                .body("evidence[0].reportIds", contains(file.reportId().toString()))
                .body("examinations.evidenceId", contains(file.evidenceId().toString()))
                .body("examinations[0].state", equalTo("COMPLETED"))
                .body("proposals[0].proposedBy", equalTo("analyst"))
                .body("verdict", nullValue())
                .body("incident", nullValue())
                .body("clocks.publishedAt", equalTo("2026-11-24T08:20:00.123Z"))
                .body("clocks.receivedAt", equalTo("2026-11-24T08:30:00.123Z"))
                .body("clocks.securedAt", equalTo("2026-11-24T08:30:02.456Z"))
                .body("clocks.openedAt", notNullValue())
                .body("clocks.readyAt", notNullValue())
                .body("clocks.proposedAt", notNullValue())
                .body("clocks.confirmedAt", nullValue());
    }

    @Test
    void remembersWhoLookedAndWhy() {
        // Given
        UUID dossier = files.open("MA-CAS").dossierId();

        // When
        AUDITOR.request()
                .header("X-Purpose", "Contrôle trimestriel")
                .get("/api/v1/dossiers/{id}", dossier)
                .then()
                .statusCode(200);
        ANALYST.reads(dossier);
        ANALYST.in("MA-RAB").reads(dossier).statusCode(404);

        // Then
        assertThat(looksAt(dossier)).containsExactly("auditor: Contrôle trimestriel", "analyst: null");
        assertThatThrownBy(() -> database.execute("delete from consultation")).hasMessageContaining("append-only");
    }

    @Test
    void existsOnlyInItsJurisdiction() {
        // Given
        UUID dossier = files.open("MA-CAS-ANFA").dossierId();

        // Then
        Stream.of("MA", "MA-CAS", "MA-CAS-ANFA").forEach(covering -> {
            ANALYST.in(covering).reads(dossier).statusCode(200);
            list(ANALYST.in(covering), "").body("items.id", hasItem(dossier.toString()));
        });
        Stream.of("MA-CA", "MA-CAS-ANFA-2", "MA-RAB", "FR").forEach(other -> {
            ANALYST.in(other).reads(dossier).statusCode(404);
            list(ANALYST.in(other), "").body("items.id", not(hasItem(dossier.toString())));
        });
        ANALYST.in().reads(dossier).statusCode(404);
        ANALYST.reads(IdGenerator.next()).statusCode(404);
    }

    @Test
    void showsInternalAffairsMisconductAndNothingElse() {
        // Given
        UUID common = files.open("MA-CAS").dossierId();
        UUID misconduct = files.open("MA-CAS").dossierId();
        OFFICER.decides(misconduct, ANALYST.proposes(misconduct, "POLICE_MISCONDUCT"), "CONFIRM");

        // Then
        AFFAIRS.reads(common).statusCode(404);
        AFFAIRS.reads(misconduct).statusCode(200);
        list(AFFAIRS, "?verdict=POLICE_MISCONDUCT").body("items.id", hasItem(misconduct.toString()));
        list(AFFAIRS, "").body("items.id", not(hasItem(common.toString())));
        Stream.of(ANALYST, OFFICER, COMMANDER, AUDITOR).forEach(other -> {
            other.reads(misconduct).statusCode(404);
            list(other, "?state=CONCLUDED").body("items.id", not(hasItem(misconduct.toString())));
        });
        AFFAIRS.in("MA-RAB").reads(misconduct).statusCode(404);
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        // Given
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            opened.add(files.open("MA-PAGE").dossierId().toString());
        }

        // When
        List<String> listed = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            ValidatableResponse page = list(ANALYST, "?jurisdiction=MA-PAGE&limit=2" + cursor);
            listed.addAll(page.extract().<List<String>>path("items.id"));
            String next = page.extract().path("next");
            cursor = next == null ? "" : "&cursor=" + next;
            pages++;
        } while (!cursor.isEmpty());

        // Then
        assertThat(pages).isEqualTo(3);
        assertThat(listed)
                .containsExactlyElementsOf(
                        opened.stream().sorted(Comparator.reverseOrder()).toList());
    }

    @Test
    void filtersByStateVerdictAndJurisdiction() {
        // Given
        UUID open = files.open("MA-FLT").dossierId();
        UUID proposed = files.open("MA-FLT-1").dossierId();
        UUID concluded = files.open("MA-FLT-1").dossierId();
        ANALYST.proposes(proposed, "FALSE_REPORT");
        OFFICER.decides(concluded, ANALYST.proposes(concluded, "PRESUMED_OFFENCE"), "CONFIRM");

        // Then
        list(ANALYST, "?jurisdiction=MA-FLT&state=OPEN").body("items.id", contains(open.toString()));
        list(ANALYST, "?jurisdiction=MA-FLT&state=PROPOSED").body("items.id", contains(proposed.toString()));
        list(ANALYST, "?jurisdiction=MA-FLT&verdict=PRESUMED_OFFENCE")
                .body("items.id", contains(concluded.toString()))
                .body("items[0].verdict", equalTo("PRESUMED_OFFENCE"))
                .body("items[0].severity", equalTo(2))
                .body("items[0].title", equalTo("Vol à l'arraché"))
                .body("items[0].place", equalTo("Boulevard Zerktouni"))
                .body("items[0].ready", equalTo(false))
                .body("items[0].reports", equalTo(1))
                .body("items[0].evidence", equalTo(1));
        list(ANALYST, "?jurisdiction=MA-FLT-1").body("items.id", contains(concluded.toString(), proposed.toString()));
    }

    @ParameterizedTest
    @CsvSource({"voleurs", "هاتف", "sacoche", "\"vol de sacoche\""})
    void findsWordsInTheirArabicAndFrenchForms(String words) {
        // Given
        String dossier = files.open("MA-TXT", "Le voleur d'une sacoche", "الهاتف مسروق vol de sacoche")
                .dossierId()
                .toString();
        files.open("MA-TXT", "Accident", "حادثة سير");

        // Then
        ANALYST.request()
                .queryParam("jurisdiction", "MA-TXT")
                .queryParam("q", words)
                .get("/api/v1/dossiers")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(dossier))
                .body("items.title", not(hasItem("Accident")));
    }

    @Test
    void findsEveryWordAsItIsPrinted() {
        // Given
        String text =
                "وقع في شارع الزرقطوني، قرب «درب عمر»؛ هل رآه أحد؟ vol à l’arraché… d\u02bcÉlodie (SALÉ), A/B, 12,5 km/h –fin– q.r.s";
        String dossier = files.open("MA-PRN", "Aujourd’hui\u00a0: “Élan”", text)
                .dossierId()
                .toString();

        // Then
        for (String printed : text.split(" ")) {
            assertThat(found("MA-PRN", printed)).as(printed).containsExactly(dossier);
        }
        Stream.of("الزرقطوني", "arraché", "l'arraché", "Élodie", "élodie", "salé", "Salé", "aujourd'hui", "“Élan”")
                .forEach(query -> assertThat(found("MA-PRN", query)).as(query).containsExactly(dossier));
        assertThat(found("MA-PRN", "arraché -fin")).isEmpty();
    }

    @Test
    void findsWhatPagesPrintToNameThings() {
        // Given
        CaseFile file = files.open("MA-IDS");
        files.open("MA-IDS");
        UUID examination = IdGenerator.next();
        database.execute("""
                insert into examination
                    (id, evidence_id, sha256, media_type, jurisdiction, state, not_before, queued_at, examined_at)
                select ?, evidence_id, sha256, 'video/mp4', 'MA-IDS', 'COMPLETED', now(), now(), now()
                from evidence where evidence_id = ?
                """, examination, file.evidenceId());
        UUID incident = IdGenerator.next();
        database.execute("insert into incident (incident_id, dossier_id) values (?, ?)", incident, file.dossierId());
        String digest =
                database.one(String.class, "select sha256 from evidence where evidence_id = ?", file.evidenceId());

        // Then
        Stream.of(
                        file.dossierId().toString(),
                        file.reportId().toString(),
                        file.evidenceId().toString(),
                        examination.toString(),
                        incident.toString())
                .forEach(id -> {
                    String shortId = id.substring(id.length() - 6).toUpperCase(Locale.ROOT);
                    assertThat(found("MA-IDS", id))
                            .as(id)
                            .containsExactly(file.dossierId().toString());
                    assertThat(found("MA-IDS", shortId + "،"))
                            .as(shortId)
                            .containsExactly(file.dossierId().toString());
                });
        assertThat(found("MA-IDS", digest)).contains(file.dossierId().toString());
        assertThat(found("MA-IDS", digest.substring(0, 12)))
                .contains(file.dossierId().toString());
        assertThat(found("MA-IDS", "BLG-0000-0000-0000-0000")).isEmpty();
        ANALYST.in("MA-RAB")
                .request()
                .queryParam("q", file.dossierId().toString())
                .get("/api/v1/dossiers")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    private static List<String> found(String jurisdiction, String query) {
        return ANALYST.request()
                .queryParam("jurisdiction", jurisdiction)
                .queryParam("q", query)
                .get("/api/v1/dossiers")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @ParameterizedTest
    @CsvSource({
        "state, state=SHUT",
        "verdict, verdict=GUILTY",
        "jurisdiction, jurisdiction=ma-cas",
        "q, q=%00",
        "limit, limit=0",
        "limit, limit=201",
        "cursor, cursor=abc"
    })
    void saysWhichParameterIsAtFault(String field, String query) {
        ANALYST.request()
                .urlEncodingEnabled(false)
                .get("/api/v1/dossiers?" + query)
                .then()
                .statusCode(400)
                .body("violations.field", contains(field));
    }

    private static ValidatableResponse list(Staff by, String query) {
        return by.request().get("/api/v1/dossiers" + query).then().statusCode(200);
    }

    private List<String> looksAt(UUID dossierId) {
        return database.list(String.class, """
                select person_name || ': ' || coalesce(purpose, 'null') from consultation
                where dossier_id = ? order by consultation_id
                """, dossierId);
    }
}
