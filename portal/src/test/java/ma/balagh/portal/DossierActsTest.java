package ma.balagh.portal;

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

/** What is done to a dossier as a whole, and to an incident whose verdict was withdrawn. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class DossierActsTest {

    private static final String PAGE = "/dossiers/" + Ids.DOSSIER;
    private static final String OTHER = "01985a00-0000-7000-8000-00000000d053";
    private static final String INCIDENT = "/incidents/" + Ids.INCIDENT;

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
        services.answer("GET " + PAGE, 200, inState("OPEN"));
    }

    @Test
    void offersToJoinTheDossierOfAMatchToAnalystsOfAnOpenOne() {
        // When
        String analysts = Browser.of("amina", "analyst").page(PAGE + "?lang=en");
        String officers = Browser.of("samir", "judicial-officer").page(PAGE + "?lang=en");
        services.answer("GET " + PAGE, 200, inState("PROPOSED"));
        String proposed = Browser.of("amina", "analyst").page(PAGE + "?lang=en");

        // Then
        assertThat(analysts).contains("Join that dossier to this one", "value=\"" + OTHER + "\"");
        assertThat(officers).doesNotContain("Join that dossier");
        assertThat(proposed).doesNotContain("Join that dossier");
    }

    @Test
    void joinsWithTheReasonAndTheTagThatWasRead() {
        // Given
        services.answer("POST " + PAGE + "/join", 200, "{}");

        // When
        var response = Browser.of("amina", "analyst")
                .submit(
                        PAGE,
                        PAGE + "/join",
                        Map.of("key", "key-1", "tag", "\"7\"", "dossierId", OTHER, "reason", "نفس المشهد والساعة"));

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo(PAGE + "?done=DOSSIER_JOINED");
        FakeServices.Call call = services.last("POST " + PAGE + "/join");
        assertThat(call.header("If-Match")).isEqualTo("\"7\"");
        assertThat(call.header("Idempotency-Key")).isEqualTo("key-1");
        assertThat(call.body()).isEqualTo("{\"dossierId\":\"" + OTHER + "\",\"reason\":\"نفس المشهد والساعة\"}");
    }

    @Test
    void saysWhyADossierCannotBeJoined() {
        // Given
        services.answer("POST " + PAGE + "/join", 409, "{\"type\":\"/problems/illegal-transition\",\"status\":409}");

        // When
        var response = Browser.of("amina", "analyst")
                .submit(PAGE, PAGE + "/join", Map.of("dossierId", OTHER, "reason", "la même scène"));

        // Then
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.asString()).doesNotContain("<html");
    }

    @Test
    void leadsToTheDossierOfWhatWasSeparated() {
        // Given
        services.answer(
                "POST " + PAGE + "/separation",
                201,
                "application/json",
                "{}".getBytes(StandardCharsets.UTF_8),
                Map.of("Location", "/api/v1/dossiers/" + OTHER));

        // When
        var response = Browser.of("amina", "analyst")
                .submit(
                        PAGE,
                        PAGE + "/separation",
                        Map.of("evidenceIds", Ids.EVIDENCE, "reason", "une autre rue, un autre jour"));

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo("/dossiers/" + OTHER + "?done=EVIDENCE_SEPARATED");
        assertThat(services.last("POST " + PAGE + "/separation").body())
                .contains("\"evidenceIds\":[\"" + Ids.EVIDENCE + "\"]");
    }

    @Test
    void showsAVerdictThatWasTakenBackAsSuch() {
        // Given
        services.answer(
                "GET " + PAGE, 200, inState("OPEN").replace("\"proposedAt\": \"2026-11-24T21:00:00.000Z\"}]", """
                "proposedAt": "2026-11-24T21:00:00.000Z", "withdrawnAt": "2026-11-24T23:00:00.000Z",
                "decision": {"choice": "CONFIRM", "reason": "Conforme", "decidedBy": "samir",
                    "decidedAt": "2026-11-24T22:00:00.000Z"}}]"""));

        // When
        String page = Browser.of("amina", "analyst").page(PAGE + "?lang=en");

        // Then
        assertThat(page)
                .containsSubsequence(
                        "This verdict was withdrawn",
                        "datetime=\"2026-11-24T23:00:00Z\"",
                        "Proposed by \u2068amina\u2069",
                        "Confirmed by \u2068samir\u2069");
    }

    @Test
    void letsAnOfficerProposeToTakeAVerdictBack() {
        // Given
        services.answer("GET " + PAGE, 200, inState("CONCLUDED"));
        services.answer("POST " + PAGE + "/reopening", 201, "{}");
        Browser officer = Browser.of("samir", "judicial-officer");

        // When
        String page = officer.page(PAGE + "?lang=fr");
        var response = officer.submit(PAGE, PAGE + "/reopening", Map.of("reason", "la date était fausse"));

        // Then
        assertThat(page).contains("Proposer de rouvrir le dossier", "action=\"" + PAGE + "/reopening\"");
        assertThat(Browser.of("amina", "analyst").page(PAGE + "?lang=fr")).doesNotContain("Proposer de rouvrir");
        assertThat(officer.page(PAGE + "?lang=ar")).contains("وتعود البلاغات إلى حالة «قيد الدراسة»");
        assertThat(response.header("HX-Redirect")).isEqualTo(PAGE + "?done=REOPENING_PROPOSED");
    }

    @Test
    void letsAnotherOfficerDecideOnTheReopening() {
        // Given
        String decision = PAGE + "/reopening/" + OTHER + "/decision";
        services.answer("GET " + PAGE, 200, inState("CONCLUDED").replaceFirst("\\{", """
                {"reopenings": [{"id": "%s", "reason": "<i>la date</i> était fausse", "proposedBy": "samir",
                 "proposedAt": "2026-11-25T08:00:00.000Z"}],
                """.formatted(OTHER)));
        services.answer("POST " + decision, 200, "{}");
        Browser second = Browser.of("nadia", "judicial-officer");

        // When
        String page = second.page(PAGE + "?lang=en");
        var response = second.submit(
                PAGE, decision, Map.of("tag", "\"7\"", "decision", "CONFIRM", "reason", "la date est fausse"));

        // Then
        assertThat(page)
                .contains("Opening again is proposed", "&lt;i&gt;la date", "action=\"" + decision + "\"")
                .doesNotContain("Propose to open the dossier again");
        assertThat(Browser.of("samir", "judicial-officer").page(PAGE + "?lang=en"))
                .contains("You proposed to open it again")
                .doesNotContain(decision);
        assertThat(services.last("POST " + decision).header("If-Match")).isEqualTo("\"7\"");
        assertThat(response.header("HX-Redirect")).isEqualTo(PAGE + "?done=DOSSIER_REOPENED");
    }

    @Test
    void tellsWhatWasDoneAndWhereAJoinedDossierLeads() {
        // Given
        services.answer("GET " + PAGE, 200, inState("JOINED").replaceFirst("\\{", """
                {"joinedInto": "%1$s", "history": [{"kind": "JOINED", "role": "OTHER", "otherDossierId": "%1$s",
                 "reason": "<b>même scène</b>", "by": "amina", "at": "2026-11-25T08:00:00.000Z"}],
                """.formatted(OTHER)));

        // When
        String page = Browser.of("amina", "analyst").page(PAGE + "?lang=en");

        // Then
        assertThat(page)
                .contains("This dossier was joined to another one", "href=\"/dossiers/" + OTHER + "\"")
                .contains("It was joined to another dossier", "&lt;b&gt;même scène&lt;/b&gt;")
                .doesNotContain("Join that dossier");
    }

    @Test
    void handsOutTheReportInTheViewersLanguageForAPurpose() {
        // Given
        services.answer(
                "GET " + PAGE + "/report.pdf",
                200,
                "application/pdf",
                "%PDF-1.7".getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Disposition", "attachment; filename=\"balagh-1-fr.pdf\""));
        Browser auditor = Browser.of("nadia", "auditor");

        // When
        var response = auditor.ready(PAGE)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("purpose", "Présentation au parquet")
                .post(PAGE + "/report?lang=fr");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/pdf");
        assertThat(response.header("Content-Disposition")).contains("balagh-1-fr.pdf");
        assertThat(response.header("Cache-Control")).contains("no-store");
        assertThat(response.asString()).isEqualTo("%PDF-1.7");
        FakeServices.Call call = services.last("GET " + PAGE + "/report.pdf");
        assertThat(call.query()).isEqualTo("lang=fr");
        assertThat(call.header("X-Purpose")).contains("Pr%C3%A9sentation");
        assertThat(auditor.submit(PAGE, PAGE + "/report", Map.of("purpose", "short"))
                        .statusCode())
                .isEqualTo(428);
    }

    @Test
    void tellsTheDispatcherThatAVerdictWasWithdrawn() {
        // Given
        services.answer(
                "GET " + INCIDENT,
                200,
                FakeServices.resource("incident.json")
                        .replaceFirst("\\{", "{\"verdictWithdrawnAt\": \"2026-11-25T08:00:00.000Z\","));
        services.answer("POST " + INCIDENT + "/cancellation", 200, FakeServices.resource("incident.json"));
        Browser dispatcher = Browser.of("karim", "dispatcher");

        // When
        String page = dispatcher.page(INCIDENT + "?lang=en");
        var response = dispatcher.submit(INCIDENT, INCIDENT + "/cancellation", Map.of("note", "patrol called back"));

        // Then
        assertThat(page)
                .contains("The verdict for which this incident was opened is withdrawn", "Cancel the incident")
                .doesNotContain("name=\"unitId\"");
        assertThat(response.header("HX-Redirect")).isEqualTo(INCIDENT + "?done=INCIDENT_CANCELLED");
        assertThat(services.last("POST " + INCIDENT + "/cancellation").body())
                .isEqualTo("{\"note\":\"patrol called back\"}");
    }

    private static String inState(String state) {
        return FakeServices.resource("dossier.json").replace("\"state\": \"PROPOSED\"", "\"state\": \"" + state + "\"");
    }
}
