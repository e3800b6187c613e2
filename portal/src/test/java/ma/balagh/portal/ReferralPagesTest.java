package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an incident leaves to the court: details of its outcome, corrections, rights at arrest. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class ReferralPagesTest {

    private static final String INCIDENT = "/incidents/" + Ids.INCIDENT;

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
        services.answer("GET " + INCIDENT, 200, resolved());
    }

    @Test
    void showsWhatWasSeizedAndWhatTheOutcomeWas() {
        // When
        String page = Browser.of("karim", "dispatcher").page(INCIDENT + "?lang=en");

        // Then
        assertThat(page)
                .containsSubsequence("Seized objects", "weapon", "kitchen knife", "Injured", "victims")
                .contains("PV 120/2026")
                .containsSubsequence("History of the outcome", "Arrest", "Correction", "counted a witness");
    }

    @Test
    void showsTheCommanderWhatIsMissingWithoutAskingForIt() {
        // Given
        services.answer("GET /incidents", 200, """
                {"items": [{"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": 3, "state": "RESOLVED",
                  "openedAt": "2026-11-24T21:30:00.000Z", "missingRights": 2}], "next": null}
                """.formatted(Ids.INCIDENT, Ids.DOSSIER));
        var commander = Browser.of("nadia", "commander");

        // When
        String list = commander.page("/incidents?state=MISSING_RIGHTS&lang=fr");
        String page = commander.page(INCIDENT + "?lang=fr");

        // Then
        assertThat(services.last("GET /incidents").query()).contains("missingRights=true");
        assertThat(list).contains("2 formalités manquent").contains("aria-current=\"true\">Droits manquants");
        assertThat(page)
                .containsSubsequence("Droits de la personne interpellée", "2 formalités manquent", "mineur")
                .contains("Pas encore\u00a0: Tuteur avisé")
                .doesNotContain("/rights/");
    }

    @Test
    void tellsInTheTimelineWhatWasDoneForAnArrestedPerson() {
        // Given
        services.answer("GET " + INCIDENT, 200, resolved().replaceFirst("\"timeline\": \\[", """
            "timeline": [
              {"kind": "RIGHTS_TOLD", "at": "2026-11-24T21:45:00.000Z", "by": "unit-7", "note": "it was an uncle",
               "rights": {"person": 1, "duty": "FAMILY_INFORMED", "done": false}},
              {"kind": "RIGHTS_TOLD", "at": "2026-11-24T21:46:00.000Z", "by": "unit-7",
               "rights": {"person": 2, "minor": true}},
            """));

        // Then
        assertThat(Browser.of("karim", "dispatcher").page(INCIDENT + "?lang=en"))
                .containsSubsequence(
                        "id=\"timeline\"",
                        "Rights at arrest",
                        "unit-7",
                        "Person 1: Family informed – It was not done",
                        "it was an uncle",
                        "Person 2: The person is a minor");
    }

    @Test
    void tellsAnOutcomeWithItsDetails() {
        // Given
        services.answer("GET " + INCIDENT, 200, attended());
        services.answer("POST " + INCIDENT + "/outcome", 200, resolved());

        // When
        var answer = Browser.of("karim", "dispatcher")
                .submit(
                        INCIDENT,
                        INCIDENT + "/outcome",
                        Map.of(
                                "kind", "ARRESTED",
                                "persons", "2",
                                "note", "told by radio",
                                "seizedKind", "PHONE",
                                "seizedDescription", "black phone",
                                "seizedCount", "1",
                                "injuredRole", "VICTIM",
                                "injuredCount", "1",
                                "arrests", "PV 1\nPV 2\n"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(services.last("POST " + INCIDENT + "/outcome").body())
                .contains("\"seized\":[{\"kind\":\"PHONE\",\"description\":\"black phone\",\"count\":1}]")
                .contains("\"injured\":[{\"role\":\"VICTIM\",\"count\":1}]")
                .contains("{\"person\":2,\"reference\":\"PV 2\"}");
    }

    @Test
    void givesAReferenceToThePersonOfItsLine() {
        // Given
        services.answer("GET " + INCIDENT, 200, attended());
        services.answer("POST " + INCIDENT + "/outcome", 200, resolved());

        // When
        Browser.of("karim", "dispatcher")
                .submit(
                        INCIDENT,
                        INCIDENT + "/outcome",
                        Map.of(
                                "kind",
                                "ARRESTED",
                                "persons",
                                "4",
                                "note",
                                "by radio",
                                "arrests",
                                "\nPV 2\r\n \r\n PV 4"));

        // Then
        assertThat(services.last("POST " + INCIDENT + "/outcome").body())
                .contains("\"arrests\":[{\"person\":2,\"reference\":\"PV 2\"},{\"person\":4,\"reference\":\"PV 4\"}]");
    }

    @Test
    void offersReferencesForACorrectionOnTheLinesOfTheirPersons() {
        // Given: of the second and the fourth of four
        services.answer(
                "GET " + INCIDENT,
                200,
                resolved()
                        .replace(
                                "{\"person\": 1, \"reference\": \"PV 120/2026\"}",
                                "{\"person\": 4, \"reference\": \"PV 4\"}, {\"person\": 2, \"reference\": \"PV 2\"}"));

        // Then: a browser passes over the first newline
        assertThat(Browser.of("karim", "dispatcher").page(INCIDENT)).contains(">\n\nPV 2\n\nPV 4</textarea>");
    }

    @Test
    void correctsAnOutcomeWithAReason() {
        // Given
        services.answer("POST " + INCIDENT + "/outcome/corrections", 200, resolved());

        // When
        Browser.of("karim", "dispatcher")
                .submit(
                        INCIDENT,
                        INCIDENT + "/outcome/corrections",
                        Map.of("kind", "NOT_FOUND", "note", "gone", "reason", "they were witnesses"));

        // Then
        assertThat(services.last("POST " + INCIDENT + "/outcome/corrections").body())
                .contains("\"outcome\":{\"kind\":\"NOT_FOUND\",\"note\":\"gone\"")
                .contains("\"reason\":\"they were witnesses\"");
    }

    @Test
    void offersEverySeizedObjectForACorrection() {
        // Given
        String object = "{\"kind\": \"PHONE\", \"description\": \"phone %d\", \"count\": 1}";
        String objects = IntStream.rangeClosed(1, 5).mapToObj(object::formatted).collect(Collectors.joining(","));
        services.answer(
                "GET " + INCIDENT,
                200,
                resolved()
                        .replace("{\"kind\": \"WEAPON\", \"description\": \"kitchen knife\", \"count\": 1}", objects));

        // When
        String page = Browser.of("karim", "dispatcher").page(INCIDENT);

        // Then: and a line for another one
        assertThat(page.split("name=\"seizedDescription\"", -1)).hasSize(7);
        assertThat(page).containsSubsequence("value=\"phone 1\"", "value=\"phone 5\"", "value=\"\"");
    }

    @ParameterizedTest
    @CsvSource({"ARRESTED,3,3", "IDENTIFIED_AT_LARGE,0,0", "NOT_FOUND,0,1"})
    void beginsACorrectionWithTheNumberOfPersonsThatIsKnown(String kind, int persons, int offered) {
        // Given
        services.answer(
                "GET " + INCIDENT,
                200,
                resolved()
                        .replace(
                                "{\"outcome\": {\"kind\": \"ARRESTED\", \"persons\": 1",
                                "{\"outcome\": {\"kind\": \"%s\", \"persons\": %d".formatted(kind, persons)));

        // Then
        assertThat(Browser.of("karim", "dispatcher").page(INCIDENT))
                .contains("name=\"persons\" min=\"0\" max=\"1000\" value=\"" + offered + "\"");
    }

    @Test
    void correctsTheOutcomeThatWasRead() {
        // Given
        services.answer(
                "GET " + INCIDENT,
                200,
                "application/json",
                resolved().getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", "\"7\""));
        services.answer("POST " + INCIDENT + "/outcome/corrections", 200, resolved());
        var dispatcher = Browser.of("karim", "dispatcher");

        // When
        String page = dispatcher.page(INCIDENT);
        dispatcher.submit(
                INCIDENT,
                INCIDENT + "/outcome/corrections",
                Map.of("tag", "\"7\"", "kind", "NOT_FOUND", "note", "gone", "reason", "they were witnesses"));

        // Then
        assertThat(page.substring(page.indexOf("id=\"correction-form\"")))
                .containsSubsequence("name=\"tag\" value=\"&quot;7&quot;\"", "</form>");
        assertThat(services.last("POST " + INCIDENT + "/outcome/corrections").header("If-Match"))
                .isEqualTo("\"7\"");
    }

    @Test
    void offersAFieldUnitTheDutiesThatAreMissing() {
        // Given
        services.answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));
        services.answer("GET " + INCIDENT, 200, attended());
        services.answer("PUT " + INCIDENT + "/rights/1/DOCTOR_OFFERED", 200, "{\"persons\": [], \"missing\": 0}");
        services.answer("POST " + INCIDENT + "/rights", 200, "{\"persons\": [], \"missing\": 0}");
        var unit = Browser.of("unit-7", "field-unit");

        // When
        String page = unit.page("/assignment?lang=ar");
        unit.submit("/assignment", "/rights/" + Ids.INCIDENT, Map.of("minor", "true", "key", "phone-7"));
        unit.submit("/assignment", "/rights/" + Ids.INCIDENT + "/1/DOCTOR_OFFERED", Map.of("done", "true"));
        String at = "2026-11-24T21:50:00Z";
        unit.submit("/assignment", "/rights/" + Ids.INCIDENT + "/1/DOCTOR_OFFERED", Map.of("done", "true", "at", at));

        // Then
        assertThat(page).containsSubsequence("حقوق الموقوف", "إجراءان ناقصان", "عرض الفحص الطبي", "أضف موقوفاً قاصراً");
        assertThat(services.all("PUT " + INCIDENT + "/rights/1/DOCTOR_OFFERED"))
                .extracting(FakeServices.Call::body)
                .containsExactly("{\"done\":true}", "{\"done\":true,\"at\":\"" + at + "\"}");
        var added = services.last("POST " + INCIDENT + "/rights");
        assertThat(added.body()).isEqualTo("{\"minor\":true}");
        assertThat(added.header("Idempotency-Key")).isEqualTo("phone-7");
    }

    @Test
    void offersACrewTheDutiesOfAnIncidentThatHasItsOutcome() {
        // Given
        services.answer("GET /incidents", 200, "{\"items\": [%s], \"next\": null}".formatted(left(60)));
        services.answer("GET " + INCIDENT, 200, resolved().replace("\"active\": true", "\"active\": false"));
        services.answer("PUT " + INCIDENT + "/rights/1/DOCTOR_OFFERED", 200, "{\"persons\": [], \"missing\": 0}");
        var unit = Browser.of("unit-7", "field-unit");

        // When
        String page = unit.page("/assignment?lang=en");
        unit.submit("/assignment", "/rights/" + Ids.INCIDENT + "/1/DOCTOR_OFFERED", Map.of("done", "true"));

        // Then
        assertThat(page)
                .containsSubsequence(
                        "No assignment",
                        "id=\"earlier-" + Ids.INCIDENT + "\" open>",
                        "/assignment-photos/" + Ids.INCIDENT,
                        "/rights/" + Ids.INCIDENT + "/1/DOCTOR_OFFERED")
                .doesNotContain("id=\"add-arrested\"", "-add-arrested\"");
        assertThat(services.calls()).contains("PUT " + INCIDENT + "/rights/1/DOCTOR_OFFERED");
    }

    @Test
    void offersThemUnderTheNextAssignmentAndForADay() {
        // Given: it was sent elsewhere since
        String next = "01985a00-0000-7000-8000-00000000f0a1";
        String assigned = FakeServices.resource("incidents-assigned.json").replace(Ids.INCIDENT, next);
        services.answer("GET /incidents", 200, assigned.replaceFirst("\\[", "[" + left(60) + ","));
        services.answer("GET /incidents/" + next, 200, attended().replace(Ids.INCIDENT, next));
        services.answer("GET /incidents/" + next + "/rights", 200, FakeServices.resource("rights.json"));
        services.answer("GET " + INCIDENT, 200, resolved().replace("\"active\": true", "\"active\": false"));
        var unit = Browser.of("unit-7", "field-unit");

        // Then: each has its own ids
        assertThat(unit.page("/assignment?lang=en"))
                .containsOnlyOnce("id=\"duty-1-DOCTOR_OFFERED\"")
                .containsSubsequence(
                        "id=\"task-" + next,
                        "id=\"earlier-" + Ids.INCIDENT + "\">",
                        "id=\"earlier-" + Ids.INCIDENT + "-duty-1-DOCTOR_OFFERED\"");

        // When
        services.answer("GET /incidents", 200, "{\"items\": [%s], \"next\": null}".formatted(left(25 * 3600)));

        // Then
        assertThat(unit.page("/assignment?lang=en")).doesNotContain("earlier-");
    }

    /** What a unit left so many seconds ago, when it was on the scene. */
    private static String left(int seconds) {
        return """
            {"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": 3, "state": "RESOLVED",
             "openedAt": "2026-11-24T21:30:00.000Z", "missingRights": 2,
             "released": {"id": "%s", "status": "ON_SCENE", "at": "%s"}}
            """.formatted(
                        Ids.INCIDENT, Ids.DOSSIER, Ids.ASSIGNMENT, Instant.now().minusSeconds(seconds));
    }

    @Test
    void showsWhatTheCourtDecidedAndTakesAFurtherDecision() {
        // Given
        var path = "/court-decisions/" + Ids.INCIDENT;
        services.answer("POST " + INCIDENT + "/court-decisions", 201, "{\"court\": \"TPI\", \"reference\": \"1\"}");
        var officer = Browser.of("samir", "judicial-officer");

        // When
        String page = officer.page(path + "?lang=fr");
        officer.submit(
                path,
                path,
                Map.of(
                        "kind", "APPEALED",
                        "court", "CA Casablanca",
                        "reference", "2026/9",
                        "decidedAt", "2026-11-26T10:00",
                        "summary", "appel du parquet"));

        // Then
        assertThat(page).containsSubsequence("Décisions de justice", "Condamné", "TPI Casablanca", "two years");
        assertThat(services.last("POST " + INCIDENT + "/court-decisions").body())
                .contains("\"kind\":\"APPEALED\"", "\"decidedAt\":\"2026-11-26T09:00:00");
        assertThat(Browser.of("amina", "analyst").page(path)).doesNotContain("decision-form");
    }

    @Test
    void handsOutTheReferralFileToWhoSaysWhy() {
        // Given
        services.answer(
                "GET " + INCIDENT + "/referral-file",
                200,
                "application/vnd.etsi.asic-e+zip",
                "PK".getBytes(StandardCharsets.US_ASCII),
                Map.of("Content-Disposition", "attachment; filename=\"incident.asice\""));
        var officer = Browser.of("samir", "judicial-officer");

        // When
        var answer = officer.submit(
                INCIDENT, "/referral-files/" + Ids.INCIDENT, Map.of("purpose", "تقديم أمام النيابة العامة"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains("incident.asice");
        assertThat(answer.asString()).isEqualTo("PK");
        assertThat(services.last("GET " + INCIDENT + "/referral-file").header("X-Purpose"))
                .startsWith("UTF-8''%D8");
        assertThat(officer.submit(INCIDENT, "/referral-files/" + Ids.INCIDENT, Map.of("purpose", "short"))
                        .statusCode())
                .isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dispatcher", "commander", "judicial-officer"})
    void offersTheReferralFileToEverybodyWhoFollowsTheIncident(String role) {
        // Given
        services.answer(
                "GET " + INCIDENT + "/referral-file",
                200,
                "application/vnd.etsi.asic-e+zip",
                "PK".getBytes(StandardCharsets.US_ASCII),
                Map.of());
        var person = Browser.of("karim", role);

        // When // Then
        assertThat(person.page(INCIDENT)).contains("/referral-files/" + Ids.INCIDENT);
        assertThat(person.submit(INCIDENT, "/referral-files/" + Ids.INCIDENT, Map.of("purpose", "for the prosecutor"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "en,What do you need the file for?,to hand the case to the prosecutor",
        "fr,Pourquoi avez-vous besoin de ce dossier\u00a0?,procureur du Roi",
        "ar,لماذا تحتاج إلى هذا الملف؟,وكيل الملك"
    })
    void asksWhatTheFileIsForRatherThanTheEvidence(String language, String question, String example) {
        assertThat(Browser.of("karim", "dispatcher").page(INCIDENT + "?lang=" + language))
                .contains(question, example);
    }

    @Test
    void offersNoReferralFileBeforeThereIsAnOutcome() {
        // Given
        services.answer("GET " + INCIDENT, 200, attended());

        // Then
        assertThat(Browser.of("karim", "dispatcher").page(INCIDENT)).doesNotContain("/referral-files/");
    }

    private static String attended() {
        return FakeServices.resource("incident-assigned.json")
                .replace("\"state\": \"ASSIGNED\"", "\"state\": \"ON_SCENE\"")
                .replace(
                        "\"status\": \"ASSIGNED\"",
                        "\"status\": \"ON_SCENE\", \"onSceneAt\": \"2026-11-24T21:40:00.000Z\"");
    }

    private static String resolved() {
        return attended()
                .replace("\"ON_SCENE\", \"onSceneAt\"", "\"CLEARED\", \"onSceneAt\"")
                .replace("\"state\": \"ON_SCENE\"", "\"state\": \"RESOLVED\"")
                .replaceFirst("\"outcome\": null", "\"unused\": null")
                .replaceFirst("\\{", """
                    {"outcome": {"kind": "ARRESTED", "persons": 1, "at": "2026-11-24T22:00:00.000Z", "by": "karim"},
                     "missingRights": 2,
                     "outcomeStatements": [
                       {"kind": "ARRESTED", "persons": 2, "note": "two", "at": "2026-11-24T22:00:00.000Z", "by": "karim",
                        "details": {"seized": [], "injured": [], "arrests": []}},
                       {"kind": "ARRESTED", "persons": 1, "note": "one", "at": "2026-11-24T23:00:00.000Z", "by": "karim",
                        "reason": "counted a witness",
                        "details": {"seized": [{"kind": "WEAPON", "description": "kitchen knife", "count": 1}],
                                    "injured": [{"role": "VICTIM", "count": 1}],
                                    "arrests": [{"person": 1, "reference": "PV 120/2026"}]}}],
                    """);
    }
}
