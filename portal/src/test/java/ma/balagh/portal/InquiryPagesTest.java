package ma.balagh.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk of internal affairs: the list, one file, and what people do about it. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class InquiryPagesTest {

    private static final String INQUIRY = "/inquiries/01985a00-0000-7000-8000-000000001a01";
    private static final String STEP = "01985a00-0000-7000-8000-000000001b02";
    private static final String HEARING = "01985a00-0000-7000-8000-000000001c01";
    private static final String SUSPENSION = "01985a00-0000-7000-8000-000000001d01";

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
        services.answer(
                "GET " + INQUIRY,
                200,
                "application/json",
                FakeServices.resource("inquiry.json").getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", "\"5\""));
    }

    @Test
    void showsInquiriesWithOverdueStepsFirst() {
        // Given
        services.answer("GET /inquiries", 200, """
                {"items": [{"id": "01985a00-0000-7000-8000-000000001a01", "dossierId": "%s", "jurisdiction": "MA-CAS",
                  "place": "Barrage", "state": "OPEN", "openedAt": "2026-11-24T21:30:00.000Z", "owner": "idris",
                  "overdueSteps": 3}], "next": null}
                """.formatted(Ids.DOSSIER));

        // When
        String page = idris().page("/inquiries?lang=fr");

        // Then
        assertThat(services.all("GET /inquiries").stream().map(FakeServices.Call::query))
                .containsExactly("overdue=true&limit=40", "overdue=false&limit=40");
        assertThat(page).contains("3 étapes en retard", "Chargé de l’enquête", "idris");
    }

    @Test
    void goesOnWithOverdueOnesBeforeItShowsOthers() {
        // Given
        services.answer("GET /inquiries", 200, "{\"items\": [], \"next\": \"n1\"}");

        // When
        String first = idris().page("/inquiries?lang=en");
        String second = idris().page("/inquiries?overdue=true&cursor=n1&lang=en");
        String third = idris().page("/inquiries?cursor=n1&lang=en");

        // Then
        assertThat(first).contains("href=\"/inquiries?overdue=true&amp;cursor=n1\"");
        assertThat(second).contains("href=\"/inquiries?overdue=true&amp;cursor=n1\"");
        assertThat(third).contains("href=\"/inquiries?cursor=n1\"");
        assertThat(services.all("GET /inquiries").stream().map(FakeServices.Call::query))
                .containsExactly(
                        "overdue=true&limit=40", "overdue=true&cursor=n1&limit=40", "overdue=false&cursor=n1&limit=40");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1 step overdue, Witness, In force, Given to",
        "fr, 1 étape en retard, Témoin, En vigueur, Confiée à",
        "ar, خطوة متأخرة, شاهد, سارٍ, كُلِّف به"
    })
    void showsTheFileInThreeLanguages(String language, String late, String role, String lasting, String entry) {
        // When
        String page = idris().page(INQUIRY + "?lang=" + language);

        // Then
        assertThat(page)
                .containsSubsequence("hear the witness", "roster seen", "two on duty")
                .contains(late, role, "W-2", lasting, "statute, article 73", entry)
                .contains("/evidence/" + Ids.EVIDENCE + "/custody", "abababab")
                .doesNotContain("NOT_FOUND", "inquiry:");
    }

    @Test
    void addsToTheFile() {
        // Given
        for (var call : new String[] {
            "/owner",
            "/steps",
            "/steps/" + STEP + "/completion",
            "/hearings",
            "/hearings/" + HEARING + "/record",
            "/suspensions",
            "/suspensions/" + SUSPENSION + "/lifting",
            "/attachments",
            "/hold"
        }) {
            services.answer("POST " + INQUIRY + call, 200, FakeServices.resource("inquiry.json"));
        }

        // Then
        act("/owner", Map.of("owner", "samira"), "{\"owner\":\"samira\"}");
        act(
                "/steps",
                Map.of("title", "see the roster", "dueAt", "2026-12-01T10:00"),
                "\"dueAt\":\"2026-12-01T09:00:00");
        act("/steps/" + STEP + "/completion", Map.of("note", "heard"), "\"note\":\"heard\"");
        act(
                "/hearings",
                Map.of("role", "COMPLAINANT", "person", "A.B.", "place", "Rabat", "scheduledAt", "2026-12-01T10:00"),
                "{\"role\":\"COMPLAINANT\",\"person\":\"A.B.\",\"place\":\"Rabat\"");
        act("/hearings/" + HEARING + "/record", Map.of("record", "saw it"), "\"record\":\"saw it\"");
        act(
                "/suspensions",
                Map.of(
                        "person", "A.B.",
                        "legalBasis", "article 73",
                        "beginsAt", "2026-12-01T00:00",
                        "endsAt", "2027-01-01T00:00"),
                "\"legalBasis\":\"article 73\"");
        act("/suspensions/" + SUSPENSION + "/lifting", Map.of("reason", "cleared"), "\"reason\":\"cleared\"");
        act("/attachments", Map.of("evidenceId", Ids.EVIDENCE, "title", "film"), "\"title\":\"film\"");
        act("/hold", Map.of("reason", "a court asks"), "\"reason\":\"a court asks\"");
    }

    @Test
    void proposesAFindingAndLetsAnotherPersonDecideAboutWhatWasRead() {
        // Given
        services.answer("POST " + INQUIRY + "/closing", 200, FakeServices.resource("inquiry.json"));
        act(
                "/closing",
                Map.of("finding", "NOT_PROVABLE", "reason", "no other witness"),
                "{\"finding\":\"NOT_PROVABLE\",\"reason\":\"no other witness\"}");
        propose("samira");
        services.answer("POST " + INQUIRY + "/closing/decision", 200, FakeServices.resource("inquiry.json"));

        // When
        String page = idris().page(INQUIRY);
        idris().submit(
                        INQUIRY,
                        INQUIRY + "/closing/decision",
                        Map.of("decision", "CONFIRM", "reason", "read and agreed", "tag", "\"5\""));

        // Then
        assertThat(page).contains("name=\"tag\" value=\"&quot;5&quot;\"");
        var call = services.last("POST " + INQUIRY + "/closing/decision");
        assertThat(call.header("If-Match")).isEqualTo("\"5\"");
        assertThat(call.body()).isEqualTo("{\"decision\":\"CONFIRM\",\"reason\":\"read and agreed\"}");
    }

    @Test
    void offersNobodyToDecideOnTheirOwnProposal() {
        // Given
        propose("idris");

        // Then
        assertThat(idris().page(INQUIRY + "?lang=en"))
                .contains("A finding waits for its decision")
                .doesNotContain("/closing/decision");
    }

    @Test
    void showsWhatItCameToAndTakesWhatTheReporterWasTold() {
        // Given
        services.answer(
                "GET " + INQUIRY, 200, FakeServices.resource("inquiry.json").replaceFirst("\"OPEN\"", """
                "CLOSED", "closing": {"finding": "UNSUBSTANTIATED", "reason": "another uniform", "proposedBy": "idris",
                  "by": "samira", "at": "2026-11-26T09:00:00.000Z"}"""));
        services.answer("POST " + INQUIRY + "/reporter-answer", 200, FakeServices.resource("inquiry.json"));

        // When
        String page = idris().page(INQUIRY + "?lang=en");
        act(
                "/reporter-answer",
                Map.of("channel", "LETTER", "wording", "it was looked into"),
                "{\"channel\":\"LETTER\",\"wording\":\"it was looked into\"}");

        // Then
        assertThat(page)
                .contains("Not substantiated", "another uniform", "Answer for the reporter", "Lift the suspension")
                .doesNotContain(INQUIRY + "/steps", INQUIRY + "/owner");
    }

    @Test
    void showsOfAnErasedFileWhatItCameTo() {
        // Given
        services.answer("GET " + INQUIRY, 200, """
                {"inquiry": {"id": "01985a00-0000-7000-8000-000000001a01", "dossierId": "%s", "jurisdiction": "MA-CAS",
                  "state": "ERASED", "openedAt": "2026-11-24T21:30:00.000Z", "overdueSteps": 0,
                  "closing": {"finding": "UNSUBSTANTIATED", "at": "2026-11-26T09:00:00.000Z"},
                  "erasedAt": "2027-11-26T09:00:00.000Z"},
                 "steps": [], "hearings": [], "suspensions": [], "attachments": [], "timeline": []}
                """.formatted(Ids.DOSSIER));

        // Then
        assertThat(idris().page(INQUIRY + "?lang=en"))
                .contains("it was erased", "Not substantiated")
                .doesNotContain("<form action=\"" + INQUIRY);
    }

    @Test
    void namesTheFieldAtFault() {
        // Given
        services.answer("POST " + INQUIRY + "/suspensions", 400, """
                {"type": "/problems/invalid", "status": 400,
                 "violations": [{"field": "endsAt", "code": "TOO_EARLY", "message": "must lie after its beginning"}]}
                """);

        // When
        var answer = idris().submit(INQUIRY + "?lang=fr", INQUIRY + "/suspensions", Map.of("person", "A.B."));

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("Fin");
    }

    @Test
    void isCountedByNoMetric() {
        // When
        idris().page(INQUIRY);
        idris().page("/reports");

        // Then
        assertThat(given().get("/q/metrics").asString())
                .contains("uri=\"/reports\"")
                .doesNotContain("inquiries");
    }

    private void propose(String by) {
        services.answer(
                "GET " + INQUIRY,
                200,
                "application/json",
                FakeServices.resource("inquiry.json")
                        .replaceFirst("\"OPEN\"", """
                        "OPEN", "proposal": {"finding": "SUBSTANTIATED", "reason": "seen", "by": "%s",
                          "at": "2026-11-26T09:00:00.000Z"}""".formatted(by))
                        .getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", "\"5\""));
    }

    private void act(String path, Map<String, String> fields, String told) {
        var answer = idris().submit(INQUIRY, INQUIRY + path, fields);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(services.last("POST " + INQUIRY + path).body()).contains(told);
    }

    private static Browser idris() {
        return Browser.of("idris", "internal-affairs");
    }
}
