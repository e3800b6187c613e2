package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class EscalationPagesTest {

    private static final String OF_CASABLANCA = "/escalation-policies/of?jurisdiction=MA-CAS";
    private static final List<String> TARGETS = List.of("1:00", "0:30", "2:00", "15:00", "2:00:00", "36:00:00");
    private static final List<String> NONE = List.of("", "", "", "", "", "");

    private final FakeServices services = FakeSuite.services();
    private final Browser commander = Browser.of("hind", "commander");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
        services.answer(
                "GET /escalation-policies/MA-CAS",
                200,
                "application/json",
                FakeServices.resource("escalation-policy.json").getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", "\"MA-CAS.any.3\""));
        services.answer("PUT /escalation-policies/MA-CAS", 200, FakeServices.resource("escalation-policy.json"));
    }

    @Test
    void listsThePoliciesAndWhoSetThem() {
        assertThat(commander.page("/escalation-policies?lang=en"))
                .containsSubsequence("every jurisdiction without rules of its own", "Original rules of the system")
                .containsSubsequence("jurisdiction=MA-CAS\"", "all types", "Set by hind")
                .contains("jurisdiction=MA-CAS&amp;incidentType=SNATCHING");
    }

    @Test
    void showsTheTargetsOfATerritoryAsHoursMinutesAndSeconds() {
        assertThat(commander.page(OF_CASABLANCA + "&lang=en"))
                .contains("Set by hind")
                .containsSubsequence(
                        "Assigned until acknowledged", "value=\"0:30\"", "value=\"0:30\"", "value=\"1:00\"")
                .containsSubsequence("Arrest until referral", "value=\"36:00:00\"", "value=\"72:00:00\"");
    }

    @Test
    void saysWhereTheTargetsComeFromWhereATerritoryHasNone() {
        // Given
        services.answer("GET /escalation-policies/MA-CAS-ANFA", 200, FakeServices.resource("escalation-policy.json"));

        // Then
        assertThat(commander.page("/escalation-policies/of?jurisdiction=MA-CAS-ANFA&lang=en"))
                .contains("The rules of MA-CAS apply here.");
    }

    @Test
    void setsTheTargetsOverWhatWasRead() {
        // When
        Response response = send(TARGETS, NONE, List.of("2:00", "", "", "", "", ""));

        // Then
        assertThat(response.header("Location"))
                .endsWith("/escalation-policies/of?jurisdiction=MA-CAS&done=TARGETS_SET");
        FakeServices.Call call = services.last("PUT /escalation-policies/MA-CAS");
        assertThat(call.header("If-Match")).isEqualTo("\"MA-CAS.any.3\"");
        assertThat(call.body())
                .startsWith("{\"stages\":[{\"stage\":\"OPEN_TO_ASSIGNED\",\"targetSeconds\":60,"
                        + "\"steps\":[{\"step\":\"SUPERVISOR\",\"afterSeconds\":120}]},")
                .endsWith("{\"stage\":\"OUTCOME_TO_REFERRED\",\"targetSeconds\":129600,\"steps\":[]}]}");
    }

    @Test
    void turnsAutomaticSendingOnFromASeverity() {
        // When
        commander
                .ready(OF_CASABLANCA)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("tag", "\"MA-CAS.any.3\"")
                .formParam("jurisdiction", "MA-CAS")
                .formParam("incidentType", "")
                .formParam("target", TARGETS)
                .formParam("unit", NONE)
                .formParam("automatic", List.of("1:30", "", "", "", "", ""))
                .formParam("severity", "3")
                .formParam("supervisor", NONE)
                .formParam("commander", NONE)
                .post("/escalation-policies/of?lang=en");

        // Then
        assertThat(services.last("PUT /escalation-policies/MA-CAS").body())
                .contains("\"steps\":[{\"step\":\"UNIT_SENT\",\"afterSeconds\":90,\"fromSeverity\":3}]");
    }

    @Test
    void saysBesideEachFieldWhatIsWrongAndKeepsWhatWasTyped() {
        // Given
        services.answer("PUT /escalation-policies/MA-CAS", 400, """
                {"type": "/problems/bad-request", "status": 400, "violations": [
                 {"field": "stages[0].steps[0].afterSeconds", "code": "UNFITTING", "message": "less than the target"}]}
                """);

        // When
        Response response = send(TARGETS, NONE, List.of("0:59", "", "", "", "", ""));

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString()).containsSubsequence("value=\"0:59\"", "aria-invalid=\"true\"", "field-fault");
    }

    @Test
    void refusesWhatIsNoLengthOfTime() {
        // When
        Response response = send(List.of("soon", "0:30", "2:00", "15:00", "2:00:00", "36:00:00"), NONE, NONE);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString()).containsSubsequence("value=\"soon\"", "aria-invalid=\"true\"");
    }

    @Test
    void showsWhatSomebodyElseSetAndKeepsWhatWasTyped() {
        // Given
        services.answer(
                "PUT /escalation-policies/MA-CAS", 412, "{\"type\":\"/problems/precondition-failed\",\"status\":412}");

        // When
        Response response = send(List.of("9:59", "0:30", "2:00", "15:00", "2:00:00", "36:00:00"), NONE, NONE);

        // Then
        assertThat(response.statusCode()).isEqualTo(412);
        assertThat(response.asString()).containsSubsequence("What applies now", "value=\"9:59\"");
    }

    @Test
    void letsDispatchersSetTargetsToo() {
        // Given
        Browser dispatcher = Browser.of("karim", "dispatcher");

        // When
        Response response = send(dispatcher, TARGETS, NONE, NONE);

        // Then
        assertThat(response.header("Location")).endsWith("&done=TARGETS_SET");
        assertThat(services.last("PUT /escalation-policies/MA-CAS").header("If-Match"))
                .isEqualTo("\"MA-CAS.any.3\"");
        assertThat(dispatcher.page("/incidents")).contains("href=\"/escalation-policies\"");
        assertThat(commander.page("/clocks/stages")).contains("href=\"/escalation-policies\"");
        assertThat(Browser.of("amina", "analyst").get("/escalation-policies").statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsOnTheIncidentWhatItWaitsForAndWhatFollowed() {
        // Given
        services.answer("GET /incidents/" + Ids.INCIDENT, 200, withClock("incident-assigned.json"));

        // When
        String page = Browser.of("karim", "dispatcher").page("/incidents/" + Ids.INCIDENT + "?lang=en");

        // Then
        assertThat(page)
                .containsSubsequence(
                        "stage-clock overdue",
                        "data-clock=\"2026-11-24T21:32:30Z\"",
                        "Waits for acknowledgement",
                        "UNIT-1",
                        "Overdue",
                        "datetime=\"2026-11-24T21:32:30Z\"",
                        ">Next unit proposed</span>")
                .containsSubsequence(
                        "A stage is overdue",
                        "Next unit proposed",
                        "<span class=\"call-sign\">UNIT-2</span>",
                        "Assigned until acknowledged");
    }

    @Test
    void showsAUnitThatItsAnswerIsOverdue() {
        // Given
        services.answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));
        services.answer("GET /incidents/" + Ids.INCIDENT, 200, withClock("incident-assigned.json"));

        // Then
        assertThat(Browser.of("unit-1", "field-unit").page("/assignment?lang=fr"))
                .containsSubsequence("stage-clock overdue", "Attend l’accusé de réception", "Délai dépassé");
    }

    private Response send(List<String> targets, List<String> units, List<String> supervisors) {
        return send(commander, targets, units, supervisors);
    }

    private static Response send(Browser by, List<String> targets, List<String> units, List<String> supervisors) {
        return by.ready(OF_CASABLANCA)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("tag", "\"MA-CAS.any.3\"")
                .formParam("jurisdiction", "MA-CAS")
                .formParam("incidentType", "")
                .formParam("target", targets)
                .formParam("unit", units)
                .formParam("supervisor", supervisors)
                .formParam("commander", NONE)
                .post("/escalation-policies/of?lang=en");
    }

    private static String withClock(String resource) {
        return FakeServices.resource(resource)
                .replaceFirst("\"assignments\"", """
                        "clocks": [{"stage": "ASSIGNED_TO_ACKNOWLEDGED", "assignmentId": "01985a00-0000-7000-8000-00000000f002",
                          "callSign": "UNIT-1", "startedAt": "2026-11-24T21:32:00.000Z",
                          "targetAt": "2026-11-24T21:32:30.000Z", "overdue": true,
                          "escalated": [{"step": "NEXT_UNIT_PROPOSED", "at": "2026-11-24T21:32:30.100Z",
                           "proposedCallSign": "UNIT-2"}]}],
                        "assignments\"""")
                .replaceFirst("\"timeline\": \\[", """
                        "timeline": [{"kind": "ESCALATED", "at": "2026-11-24T21:32:30.100Z", "by": "balagh",
                          "callSign": "UNIT-1", "escalation": {"stage": "ASSIGNED_TO_ACKNOWLEDGED",
                          "step": "NEXT_UNIT_PROPOSED", "overdueSince": "2026-11-24T21:32:30.000Z",
                          "proposedCallSign": "UNIT-2"}},""");
    }
}
