package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class IncidentActPagesTest {

    private static final String INCIDENT = "/incidents/" + Ids.INCIDENT;
    private static final String OTHER = "01985a00-0000-7000-8000-00000000f0ff";
    private static final String ASSIGNMENT = "/assignments/" + Ids.ASSIGNMENT;
    private static final String ENDED = """
            {"id": "%s", "incidentId": "%s", "unitId": "%s", "callSign": "UNIT-1", "status": "STOOD_DOWN",
             "active": false, "assignedBy": "karim", "assignedAt": "2026-11-24T21:32:00.000Z"}
            """.formatted(Ids.ASSIGNMENT, Ids.INCIDENT, Ids.UNIT);

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void standsAUnitDown() {
        // Given
        services.answer("GET " + INCIDENT, 200, FakeServices.resource("incident-assigned.json"));
        services.answer("POST " + ASSIGNMENT + "/stand-down", 200, ENDED);

        // When
        var response = submit(
                INCIDENT + ASSIGNMENT + "/stand-down",
                Map.of("key", "key-1", "reason", " needed elsewhere ", "incidentId", ""));

        // Then
        assertThat(page()).contains("action=\"" + INCIDENT + ASSIGNMENT + "/stand-down\"");
        assertThat(response.header("HX-Redirect")).isEqualTo(INCIDENT + "?done=UNIT_STOOD_DOWN");
        var call = services.last("POST " + ASSIGNMENT + "/stand-down");
        assertThat(call.body()).isEqualTo("{\"reason\":\"needed elsewhere\"}");
        assertThat(call.header("Idempotency-Key")).isNotBlank();
    }

    @Test
    void sendsAUnitToAnotherIncidentInstead() {
        // Given
        services.answer("POST " + ASSIGNMENT + "/reassignment", 200, ENDED);

        // When
        var response = submit(
                INCIDENT + ASSIGNMENT + "/stand-down",
                Map.of("key", "key-1", "reason", "graver", "incidentId", OTHER + " \"1\""));

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo(INCIDENT + "?done=UNIT_REASSIGNED");
        assertThat(services.last("POST " + ASSIGNMENT + "/reassignment").body())
                .isEqualTo("{\"incidentId\":\"" + OTHER + "\",\"incidentTag\":\"\\\"1\\\"\",\"reason\":\"graver\"}");
        assertThat(services.calls()).doesNotContain("POST " + ASSIGNMENT + "/stand-down");
    }

    @Test
    void sendsAUnitToTheOtherIncidentThatWasListed() {
        // Given
        services.answer("GET " + INCIDENT, 200, FakeServices.resource("incident-assigned.json"));
        services.answer(
                "GET /incidents", 200, FakeServices.resource("incidents.json").replace(Ids.INCIDENT, OTHER));
        services.answer(
                "POST " + ASSIGNMENT + "/reassignment",
                412,
                "{\"type\": \"/problems/precondition-failed\", \"status\": 412}");

        // When
        assertThat(page()).contains("<option value=\"" + OTHER + " &quot;1&quot;\"");
        var response = submit(
                INCIDENT + ASSIGNMENT + "/stand-down?lang=en",
                Map.of("key", "key-1", "reason", "graver", "incidentId", OTHER + " \"1\""));

        // Then
        assertThat(services.last("POST " + ASSIGNMENT + "/reassignment").body())
                .isEqualTo("{\"incidentId\":\"" + OTHER + "\",\"incidentTag\":\"\\\"1\\\"\",\"reason\":\"graver\"}");
        assertThat(response.statusCode()).isEqualTo(412);
        assertThat(response.asString()).contains("Somebody changed it before you");
    }

    @Test
    void opensAnIncidentAgain() {
        // Given
        services.answer("GET " + INCIDENT, 200, resolved());
        services.answer("POST " + INCIDENT + "/reopening", 200, FakeServices.resource("incident.json"));

        // When
        var response = submit(INCIDENT + "/reopening", Map.of("key", "key-1", "reason", "seen again"));

        // Then
        assertThat(page()).contains("action=\"" + INCIDENT + "/reopening\"");
        assertThat(response.header("HX-Redirect")).isEqualTo(INCIDENT + "?done=INCIDENT_REOPENED");
        assertThat(services.last("POST " + INCIDENT + "/reopening").body()).isEqualTo("{\"reason\":\"seen again\"}");
    }

    @Test
    void classifiesTheIncidentThatWasRead() {
        // Given
        services.answer("PUT " + INCIDENT + "/classification", 200, FakeServices.resource("incident.json"));

        // When
        var response = submit(
                INCIDENT + "/classification",
                Map.of("tag", "\"3\"", "type", "ARMED_ROBBERY", "alarmLevel", "3", "note", "a knife is seen"));

        // Then
        assertThat(page()).contains("action=\"" + INCIDENT + "/classification\"");
        assertThat(response.header("HX-Redirect")).isEqualTo(INCIDENT + "?done=INCIDENT_CLASSIFIED");
        var call = services.last("PUT " + INCIDENT + "/classification");
        assertThat(call.header("If-Match")).isEqualTo("\"3\"");
        assertThat(call.body()).isEqualTo("{\"type\":\"ARMED_ROBBERY\",\"alarmLevel\":3,\"note\":\"a knife is seen\"}");
    }

    @Test
    void isForDispatchers() {
        var commander = Browser.of("hind", "commander");
        assertThat(commander
                        .submit(INCIDENT, INCIDENT + "/classification", Map.of("type", "THEFT", "alarmLevel", "1"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(commander
                        .submit(INCIDENT, INCIDENT + ASSIGNMENT + "/stand-down", Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(services.calls()).allMatch(call -> call.startsWith("GET"));
    }

    private static String page() {
        return Browser.of("karim", "dispatcher").page(INCIDENT);
    }

    private static Response submit(String path, Map<String, String> fields) {
        return Browser.of("karim", "dispatcher").submit(INCIDENT, path, fields);
    }

    private static String resolved() {
        return FakeServices.resource("incident.json")
                .replace("\"OPEN\"", "\"RESOLVED\"")
                .replace("\"outcome\": null", """
                    "outcome": {"kind": "ARRESTED", "persons": 1, "at": "2026-11-24T22:00:00.000Z", "by": "karim"}
                    """);
    }
}
