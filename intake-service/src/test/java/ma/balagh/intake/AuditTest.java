package ma.balagh.intake;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.AUDITOR;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import ma.balagh.http.Roles;
import ma.balagh.intake.custody.ConsultationService;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the trail tells of who looked at what intake keeps. */
@QuarkusTest
final class AuditTest {

    private static final String TRAIL = "/api/v1/audit";
    private static final String PURPOSE = "Vérification de la scène";
    private static final TestTokens PROTECTION = TestTokens.of("protection", Roles.DATA_PROTECTION_OFFICER);
    private static final TestTokens INSPECTOR =
            TestTokens.of("inspector", Roles.INTERNAL_AFFAIRS, Roles.INTAKE_OFFICER, Roles.AUDITOR);
    private static final String WITH_REPORTER =
            Filed.REPORT.replaceFirst("\\{", "{\"reporter\": {\"name\": \"Amina\"},");

    private final ConsultationService consultations;

    AuditTest(ConsultationService consultations) {
        this.consultations = consultations;
    }

    @Test
    void tellsWhoReadAnEvidenceWhenAndWhyAtOnce() {
        // Given
        UUID evidence = Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        read(ANALYST, evidence);
        for (boolean over : new boolean[] {false, true}) {
            // When
            if (over) {
                consultations.closeAll();
            }
            // Then
            as(PROTECTION)
                    .queryParam("record", evidence)
                    .get(TRAIL)
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(1))
                    .body(
                            "items[0].person",
                            equalTo(TestTokens.subjectOf("analyst").toString()))
                    .body("items[0].personName", equalTo("analyst"))
                    .body("items[0].kind", equalTo(over ? "EVIDENCE_CONSULTED" : "EVIDENCE_BEING_CONSULTED"))
                    .body("items[0].recordType", equalTo("EVIDENCE"))
                    .body("items[0].record", equalTo(evidence.toString()))
                    .body("items[0].purpose", equalTo(PURPOSE));
        }
    }

    @Test
    void tellsWhoReadTheIdentityOfAReporter() {
        // Given
        Filed filed = Filed.by(OFFICER, WITH_REPORTER);
        // When
        reporter(OFFICER, filed.id());
        // Then
        as(AUDITOR)
                .queryParam("record", filed.id())
                .queryParam("kind", "REPORTER_CONSULTED")
                .queryParam("person", "intake")
                .queryParam("purpose", "vérification")
                .get(TRAIL)
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].purpose", equalTo(PURPOSE));
        as(AUDITOR)
                .queryParam("record", filed.id())
                .queryParam("purpose", "100%")
                .get(TRAIL)
                .then()
                .body("items", empty());
    }

    @Test
    void showsNothingOfOtherJurisdictions() {
        // Given
        UUID evidence = Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        read(ANALYST, evidence);
        // Then
        as(AUDITOR.withJurisdictions("MA-RAB"))
                .queryParam("record", evidence)
                .get(TRAIL)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void showsWhatInternalAffairsLookedAtToThemAlone() {
        // Given
        Filed filed = Filed.by(OFFICER, WITH_REPORTER);
        UUID evidence = filed.medium(OFFICER, Clips.mp4());
        read(INSPECTOR, evidence);
        reporter(INSPECTOR, filed.id());
        for (boolean over : new boolean[] {false, true}) {
            // When
            if (over) {
                consultations.closeAll();
            }
            // Then
            for (Object record : new Object[] {evidence, filed.id()}) {
                as(AUDITOR)
                        .queryParam("record", record)
                        .get(TRAIL)
                        .then()
                        .body("items.personName", not(hasItem("inspector")));
                as(INSPECTOR)
                        .queryParam("record", record)
                        .get(TRAIL)
                        .then()
                        .body("items.personName", hasItem("inspector"))
                        .body("items.record", everyItem(equalTo(record.toString())));
            }
        }
    }

    @Test
    void tellsWhoChangedASource() {
        // Given
        var officer = TestTokens.of("officer-" + UUID.randomUUID(), Roles.INTAKE_OFFICER);
        String source = """
                {"name": "Hespress", "kind": "WEBHOOK", "jurisdiction": "MA-CAS", "enabled": %s}""";
        String id = as(officer)
                .contentType(ContentType.JSON)
                .body(source.formatted(true))
                .post("/api/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        // When
        as(officer)
                .contentType(ContentType.JSON)
                .body(source.formatted(false))
                .put("/api/v1/sources/" + id)
                .then()
                .statusCode(200);
        as(officer).delete("/api/v1/sources/" + id).then().statusCode(204);
        // Then
        as(PROTECTION)
                .queryParam("record", id)
                .get(TRAIL)
                .then()
                .body("items.personName", everyItem(equalTo(officer.user())))
                .body("items.kind", contains("SOURCE_REMOVED", "SOURCE_CHANGED", "SOURCE_ADDED"));
        as(AUDITOR.withJurisdictions("MA-RAB"))
                .queryParam("record", id)
                .get(TRAIL)
                .then()
                .body("items", empty());
    }

    @Test
    void tellsWhichOfStaffFiledAReport() {
        // When
        UUID report = Filed.by(OFFICER).id();
        // Then
        as(AUDITOR)
                .queryParam("record", report)
                .get(TRAIL)
                .then()
                .body("items.kind", contains("REPORT_FILED"))
                .body("items[0].personName", equalTo(OFFICER.user()));
    }

    @Test
    void goesThroughTheTrailPageByPage() {
        // Given
        String reader = "reader-" + UUID.randomUUID();
        var from = Instant.now().minusSeconds(5);
        for (int i = 0; i < 5; i++) {
            reporter(
                    TestTokens.of(reader, Roles.INTAKE_OFFICER),
                    Filed.by(OFFICER, WITH_REPORTER).id());
        }
        // When
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var request = as(AUDITOR)
                    .queryParam("person", reader)
                    .queryParam("from", from.toString())
                    .queryParam("limit", 2);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(TRAIL)
                    .jsonPath();
            ids.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next");
        } while (cursor != null);
        // Then
        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
        as(AUDITOR)
                .queryParam("person", reader)
                .queryParam("to", from.toString())
                .get(TRAIL)
                .then()
                .body("items", empty());
    }

    @Test
    void tellsWhoReadTheTrail() {
        // Given
        var reader = TestTokens.of("auditor-" + UUID.randomUUID(), Roles.AUDITOR);
        // When
        as(reader).get(TRAIL).then().statusCode(200);
        // Then
        as(PROTECTION)
                .queryParam("person", TestTokens.subjectOf(reader.user()).toString())
                .get(TRAIL)
                .then()
                .body("items.kind", everyItem(equalTo("AUDIT_CONSULTED")))
                .body("items.size()", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "kind=LOOKED, kind",
        "record=7, record",
        "from=yesterday, from",
        "from=2026-01-02T00:00:00Z&to=2026-01-02T00:00:00Z, to",
        "cursor=abc, cursor"
    })
    void refusesWhatItDoesNotUnderstand(String query, String field) {
        as(AUDITOR).get(TRAIL + "?" + query).then().statusCode(400).body("violations[0].field", equalTo(field));
    }

    private static void read(TestTokens person, UUID evidence) {
        as(person)
                .header("X-Purpose", "UTF-8''V%C3%A9rification%20de%20la%20sc%C3%A8ne")
                .get("/api/v1/evidence/" + evidence + "/content")
                .then()
                .statusCode(200);
    }

    private static void reporter(TestTokens person, UUID report) {
        as(person)
                .contentType(ContentType.JSON)
                .header("X-Purpose", "UTF-8''V%C3%A9rification%20de%20la%20sc%C3%A8ne")
                .get("/api/v1/reports/" + report + "/reporter")
                .then()
                .statusCode(200);
    }
}
