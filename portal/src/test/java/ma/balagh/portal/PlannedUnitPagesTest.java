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

/** Busy units that are planned as the next for an incident. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class PlannedUnitPagesTest {

    private static final String INCIDENT = "/incidents/" + Ids.INCIDENT;
    private static final String PLANS = INCIDENT + "/planned-units";

    private final FakeServices services = FakeSuite.services();
    private final Browser dispatcher = Browser.of("karim", "dispatcher");

    @BeforeEach
    void somebodyIsPlanned() {
        services.reset();
        services.answer("GET " + INCIDENT, 200, FakeServices.resource("incident-planned.json"));
    }

    @Test
    void showsWhoIsNextAndWhenTheyWouldBeThere() {
        // When
        String page = dispatcher.page(INCIDENT + "?lang=en");

        // Then
        assertThat(page)
                .containsSubsequence(
                        "Next, once they are free",
                        "UNIT-1",
                        "Search",
                        "Free now",
                        "5 min",
                        "Send \u2068UNIT-1\u2069 now",
                        "UNIT-2",
                        "On scene",
                        "Free in",
                        "12 min",
                        "There in",
                        "not known")
                .contains("Planned as the next", "Do not plan \u2068UNIT-2\u2069")
                .doesNotContain("Send \u2068UNIT-2\u2069 now");
    }

    @ParameterizedTest
    @CsvSource({"ar,متاحة الآن,تفرغ بعد", "fr,Libre maintenant,Libre dans"})
    void saysItInEachLanguage(String language, String ready, String free) {
        assertThat(dispatcher.page(INCIDENT + "?lang=" + language)).contains(ready, free);
    }

    @Test
    void offersNothingToWhoSendsNobody() {
        assertThat(Browser.of("hind", "commander").page(INCIDENT + "?lang=en"))
                .contains("UNIT-2", "Free now")
                .doesNotContain("Do not plan", "planned-units/");
    }

    @Test
    void sendsAPlannedUnitInItsRole() {
        // Given
        services.answer("POST " + INCIDENT + "/assignments", 201, "{\"id\": \"01985a00-0000-7000-8000-0000000000bb\"}");

        // When
        var response = dispatcher.submit(
                INCIDENT,
                INCIDENT + "/assignments?lang=en",
                Map.of("unitId", Ids.UNIT, "role", "SEARCH", "key", "key-3"));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(services.last("POST " + INCIDENT + "/assignments").body())
                .isEqualTo("{\"unitId\":\"" + Ids.UNIT + "\",\"role\":\"SEARCH\"}");
    }

    @Test
    void offersBusyUnitsWithWhenTheyWouldBeThere() {
        // Given
        services.answer("GET " + INCIDENT + "/recommendations", 200, """
            {"items": [{"unitId": "%s", "callSign": "UNIT-9", "kind": "CAR", "crew": 2, "status": "ON_SCENE",
              "available": false, "stackable": true, "freeInSeconds": 600, "thereInSeconds": 900,
              "estimatedSeconds": 120, "distanceMeters": 800, "basis": "ROAD", "positionAgeSeconds": 5,
              "reasons": [{"code": "FREE_IN", "speaks": "FOR", "text": "free in about 10 min", "seconds": 600}]}], "next": null}
            """.formatted(Ids.UNIT));

        // When
        String page = dispatcher.page(INCIDENT + "?lang=en");

        // Then
        assertThat(page)
                .containsSubsequence(
                        "UNIT-9",
                        "Free in",
                        "10 min",
                        "There in",
                        "15 min",
                        "Free in about 10 min 0 s, as others were",
                        "Plan \u2068UNIT-9\u2069 as the next")
                .doesNotContain("Assign \u2068UNIT-9\u2069");
    }

    @Test
    void plansAUnitAndExplainsThatItIsPlannedAlready() {
        // Given
        services.answer("POST " + PLANS, 201, "{\"unitId\": \"%s\", \"callSign\": \"UNIT-9\"}".formatted(Ids.UNIT));
        var form = Map.of("unitId", Ids.UNIT, "role", "SUPPORT", "key", "key-4", "from", "desk");

        // When
        var planned = dispatcher.submit(INCIDENT, PLANS + "?lang=en", form);
        services.answer("POST " + PLANS, 409, "{\"type\":\"/problems/unit-planned\",\"status\":409}");
        var refused = dispatcher.submit(INCIDENT, PLANS + "?lang=en", form);

        // Then
        assertThat(planned.header("HX-Redirect")).isEqualTo("/incidents?chosen=" + Ids.INCIDENT + "&done=UNIT_PLANNED");
        assertThat(services.last("POST " + PLANS).body())
                .isEqualTo("{\"unitId\":\"" + Ids.UNIT + "\",\"role\":\"SUPPORT\"}");
        assertThat(services.last("POST " + PLANS).header("Idempotency-Key")).isNotEmpty();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("planned for an incident already");
    }

    @Test
    void withdrawsAPlan() {
        // Given
        services.answer("DELETE " + PLANS + "/" + Ids.UNIT, 204, "");

        // When
        var response = dispatcher.submit(INCIDENT, PLANS + "/" + Ids.UNIT + "/withdrawal?lang=en", Map.of());

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo(INCIDENT + "?done=PLAN_WITHDRAWN");
        assertThat(services.calls()).contains("DELETE " + PLANS + "/" + Ids.UNIT);
    }

    @Test
    void saysOfAUnitWhereItGoesNext() {
        // Given
        services.answer(
                "GET /units/" + Ids.UNIT,
                200,
                FakeServices.resource("unit.json")
                        .replaceFirst(
                                "\"updatedAt\"", "\"nextIncidentId\": \"%s\", \"updatedAt\"".formatted(Ids.INCIDENT)));

        // Then
        assertThat(dispatcher.page("/units/" + Ids.UNIT + "?lang=en"))
                .containsSubsequence("href=\"" + INCIDENT + "\"", "Next incident");
    }
}
