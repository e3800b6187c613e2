package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dispatcher notes of units that are on an incident. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class SentUnitPagesTest {

    private static final String INCIDENT = "/incidents/" + Ids.INCIDENT;
    private static final String ASSIGNMENT = "/assignments/" + Ids.ASSIGNMENT;
    private static final String OTHER = "01985a00-0000-7000-8000-0000000000aa";

    private final FakeServices services = FakeSuite.services();
    private final Browser dispatcher = Browser.of("karim", "dispatcher");

    @BeforeEach
    void aUnitWasSent() {
        services.reset();
        services.answer("GET " + INCIDENT, 200, FakeServices.resource("incident-assigned.json"));
        services.answer("POST " + ASSIGNMENT + "/progress", 200, assignment());
        services.answer("POST " + ASSIGNMENT + "/assistance", 200, assignment());
    }

    @Test
    void notesWhenItHappened() {
        // When
        var response = dispatcher.submit(
                INCIDENT,
                INCIDENT + ASSIGNMENT + "/progress",
                Map.of("status", "EN_ROUTE", "at", "2026-11-24T22:35", "key", "key-1"));
        String said = services.last("POST " + ASSIGNMENT + "/progress").body();
        dispatcher.submit(
                INCIDENT, INCIDENT + ASSIGNMENT + "/progress", Map.of("status", "ON_SCENE", "at", "", "key", "key-2"));

        // Then
        assertThat(response.header("HX-Redirect"))
                .isEqualTo(INCIDENT + "?of=" + Ids.ASSIGNMENT + "&done=PROGRESS_NOTED");
        assertThat(said).isEqualTo("{\"status\":\"EN_ROUTE\",\"at\":\"2026-11-24T21:35:00Z\"}");
        assertThat(services.last("POST " + ASSIGNMENT + "/progress").body()).isEqualTo("{\"status\":\"ON_SCENE\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "en,Lead,0 of 1 unit<,0 of 2 units<",
        "fr,Direction,0 unité sur 1<,0 unité sur 2<",
        "ar,قيادة,الوحدات: 0 من 1<,الوحدات: 0 من 2<"
    })
    void saysHowManyUnitsARoleHas(String language, String lead, String one, String two) {
        // Given
        services.answer("GET " + INCIDENT, 200, FakeServices.resource("incident.json"));

        // Then
        assertThat(dispatcher.page(INCIDENT + "?lang=" + language)).containsSubsequence(lead, one, two);
    }

    @ParameterizedTest
    @CsvSource({"TOO_EARLY,is earlier than it can be", "IN_THE_FUTURE,lies in the future"})
    void saysWhyATimeIsRefused(String code, String words) {
        // Given
        services.answer("POST " + ASSIGNMENT + "/progress", 400, """
            {"type": "/problems/bad-request", "status": 400, "violations": [{"field": "at", "code": "%s",
             "message": "no"}]}
            """.formatted(code));

        // When
        var response = dispatcher.submit(
                INCIDENT,
                INCIDENT + ASSIGNMENT + "/progress?lang=en",
                Map.of("status", "EN_ROUTE", "at", "2026-11-24T22:35", "key", "key-1"));

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString()).contains(words);
    }

    @Test
    void refusesATimeThatCannotBeRead() {
        // When
        var response = dispatcher.submit(
                INCIDENT,
                INCIDENT + ASSIGNMENT + "/progress?lang=en",
                Map.of("status", "EN_ROUTE", "at", "half past ten", "key", "key-1"));

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(services.calls()).doesNotContain("POST " + ASSIGNMENT + "/progress");
    }

    @Test
    void notesThatAUnitAskedForHelp() {
        // When
        var response = dispatcher.submit(
                INCIDENT, INCIDENT + ASSIGNMENT + "/assistance", Map.of("note", "three of them", "key", "key-3"));

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo(INCIDENT + "?done=ASSISTANCE_ASKED");
        assertThat(services.last("POST " + ASSIGNMENT + "/assistance").body())
                .isEqualTo("{\"note\":\"three of them\"}");
        assertThat(services.last("POST " + ASSIGNMENT + "/assistance").header("Idempotency-Key"))
                .isNotEmpty();
        assertThat(Browser.of("hind", "commander").page(INCIDENT + "?lang=en")).doesNotContain("/assistance");
    }

    @Test
    void offersOtherIncidentsByPlace() {
        // Given
        services.answer("GET /incidents", 200, """
            {"items": [%s, %s], "next": null}
            """.formatted(row(Ids.INCIDENT, "Here"), row(OTHER, "Derb Omar")));

        // When
        String page = dispatcher.page(INCIDENT + "?lang=en");

        // Then
        assertThat(page)
                .contains("<option value=\"" + OTHER + "\" dir=\"auto\">Derb Omar · serious · MA-CAS · 0000AA</option>")
                .doesNotContain("<option value=\"" + Ids.INCIDENT);
    }

    @Test
    void callsAUnitBackWhereOthersCannotBeListed() {
        // Given
        services.answer("GET /incidents", 503, "{\"type\": \"/problems/unavailable\"}");

        // Then
        assertThat(dispatcher.page(INCIDENT + "?lang=en"))
                .contains("Other incidents cannot be listed", "Call it back")
                .doesNotContain("name=\"incidentId\"");
    }

    private static String row(String id, String place) {
        return """
            {"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": 3, "state": "OPEN", "place": "%s",
             "openedAt": "2026-11-24T21:30:00.000Z"}
            """.formatted(id, Ids.DOSSIER, place);
    }

    private static String assignment() {
        return """
            {"id": "%s", "incidentId": "%s", "unitId": "%s", "callSign": "UNIT-1", "status": "EN_ROUTE",
             "active": true, "assignedBy": "karim", "assignedAt": "2026-11-24T21:32:00.000Z"}
            """.formatted(Ids.ASSIGNMENT, Ids.INCIDENT, Ids.UNIT);
    }
}
