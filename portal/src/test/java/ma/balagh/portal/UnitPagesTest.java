package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class UnitPagesTest {

    private static final String PAGE = "/units/" + Ids.UNIT;
    private static final String REQUEST = "/help-requests/" + Ids.HELP;
    private static final Map<String, String> DESCRIPTION = Map.of(
            "key", "key-1",
            "callSign", " casa-12 ",
            "kind", "CAR",
            "crew", "3",
            "jurisdiction", "ma-cas",
            "skills", "medic, k9  MEDIC",
            "equipment", "");

    private final FakeServices services = FakeSuite.services();
    private final Browser dispatcher = Browser.of("karim", "dispatcher");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
        services.answer(
                "GET " + PAGE,
                200,
                "application/json",
                FakeServices.resource("unit.json").getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", "\"4\""));
    }

    @Test
    void listsUnitsWithWhatSpeaksAgainstThem() {
        // When
        String page = dispatcher.page("/units?lang=en&status=BUSY");

        // Then
        assertThat(services.last("GET /units").query()).contains("status=BUSY");
        assertThat(page).contains("UNIT-1", "MEDIC", "car · crew of 3", "Available", "outside its shift");
    }

    @Test
    void isForDispatchersOnly() {
        assertThat(Browser.of("amina", "analyst").get("/units").statusCode()).isEqualTo(403);
        assertThat(Browser.of("hassan", "commander").get("/help-requests").statusCode())
                .isEqualTo(403);
        assertThat(dispatcher.page("/units")).contains("href=\"/units\"");
    }

    @Test
    void showsOneUnit() {
        assertThat(dispatcher.page(PAGE + "?lang=fr"))
                .contains("Poste &lt;b&gt;Anfa", "DEFIBRILLATOR", "En service depuis", "Vacation", "hors vacation");
    }

    @Test
    void enlistsAUnitInCapitals() {
        // Given
        services.answer("POST /units", 201, FakeServices.resource("unit.json"));

        // When
        var response = dispatcher.send("/units/new", "/units", DESCRIPTION);

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith(PAGE + "?done=UNIT_ENLISTED");
        FakeServices.Call call = services.last("POST /units");
        assertThat(call.header("Idempotency-Key")).isEqualTo("key-1");
        assertThat(call.body())
                .contains("\"callSign\":\"CASA-12\"", "\"jurisdiction\":\"MA-CAS\"", "\"crew\":3")
                .contains("\"skills\":[\"MEDIC\",\"K9\"]", "\"equipment\":[]");
    }

    @Test
    void keepsWhatWasTypedAndSaysBesideEachFieldWhatIsWrong() {
        // Given
        services.answer("POST /units", 400, """
                {"type": "/problems/bad-request", "status": 400, "violations": [
                 {"field": "jurisdiction", "code": "NOT_YOUR_JURISDICTION", "message": "must be one of your own"},
                 {"field": "skills[1]", "code": "MALFORMED", "message": "must be capitals"}]}
                """);

        // When
        var response = dispatcher.send("/units/new", "/units?lang=en", DESCRIPTION);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString())
                .contains("value=\" casa-12 \"")
                .containsSubsequence("name=\"jurisdiction\"", "lies outside your jurisdictions", "name=\"skills\"")
                .containsSubsequence("name=\"skills\"", "cannot be read as it is written", "name=\"equipment\"");
    }

    @Test
    void changesTheUnitThatWasRead() {
        // Given
        services.answer("PUT " + PAGE, 200, FakeServices.resource("unit.json"));

        // When
        String form = dispatcher.page(PAGE + "/change");
        var response = dispatcher.send(PAGE + "/change", PAGE + "/change", withTag(DESCRIPTION));

        // Then
        assertThat(form).contains("value=\"MEDIC PURSUIT\"", "value=\"&quot;4&quot;\"");
        assertThat(response.header("Location")).endsWith(PAGE + "?done=UNIT_CHANGED");
        assertThat(services.last("PUT " + PAGE).header("If-Match")).isEqualTo("\"4\"");
    }

    @Test
    void showsWhatSomebodyElseMadeOfIt() {
        // Given
        services.answer("PUT " + PAGE, 412, "{\"type\":\"/problems/precondition-failed\",\"status\":412}");

        // When
        var response = dispatcher.send(PAGE + "/change", PAGE + "/change?lang=en", withTag(DESCRIPTION));

        // Then
        assertThat(response.statusCode()).isEqualTo(412);
        assertThat(response.asString()).contains("What stands there now", "value=\" casa-12 \"");
    }

    @Test
    void saysWhyAUnitIsBusyAndNoReasonElse() {
        // Given
        services.answer("PUT " + PAGE + "/status", 200, FakeServices.resource("unit.json"));

        // When
        dispatcher.submit(PAGE, PAGE + "/status", Map.of("status", "BUSY", "reason", "COURT", "tag", "\"4\""));
        String busy = services.last("PUT " + PAGE + "/status").body();
        dispatcher.submit(PAGE, PAGE + "/status", Map.of("status", "OFF_DUTY", "reason", "COURT", "tag", "\"4\""));
        String off = services.last("PUT " + PAGE + "/status").body();

        // Then
        assertThat(busy).isEqualTo("{\"status\":\"BUSY\",\"reason\":\"COURT\"}");
        assertThat(off).isEqualTo("{\"status\":\"OFF_DUTY\"}");
    }

    @Test
    void keepsTheSecondsOfAShiftThatIsSavedAsItWas() {
        // Given
        services.answer(
                "GET /units/" + Ids.UNIT,
                200,
                FakeServices.resource("unit.json").replace("2026-11-25T06:00:00.000Z", "2026-11-25T06:00:30.000Z"));
        services.answer("PUT " + PAGE + "/shift", 200, FakeServices.resource("unit.json"));

        // When
        dispatcher.submit(
                PAGE,
                PAGE + "/shift",
                Map.of("beginsAt", "2026-11-25T07:00", "endsAt", "2026-11-25T16:00", "tag", "\"4\""));

        // Then
        assertThat(services.last("PUT " + PAGE + "/shift").body())
                .contains("\"beginsAt\":\"2026-11-25T06:00:30Z\"", "\"endsAt\":\"2026-11-25T15:00:00Z\"");
    }

    @Test
    void plansAShiftInMoroccanTimeAndRemovesIt() {
        // Given
        services.answer("PUT " + PAGE + "/shift", 200, FakeServices.resource("unit.json"));
        services.answer("DELETE " + PAGE + "/shift", 200, FakeServices.resource("unit.json"));

        // When
        dispatcher.submit(
                PAGE,
                PAGE + "/shift",
                Map.of("beginsAt", "2026-11-25T07:00", "endsAt", "2026-11-25T15:00", "tag", "\"4\""));
        var removed = dispatcher.submit(PAGE, PAGE + "/shift/removal", Map.of("tag", "\"4\""));

        // Then
        assertThat(services.last("PUT " + PAGE + "/shift").body())
                .contains("\"beginsAt\":\"2026-11-25T06:00:00Z\"", "\"endsAt\":\"2026-11-25T14:00:00Z\"");
        assertThat(services.last("DELETE " + PAGE + "/shift").header("If-Match"))
                .isEqualTo("\"4\"");
        assertThat(removed.header("HX-Redirect")).isEqualTo(PAGE + "?done=UNIT_CHANGED");
    }

    @Test
    void keepsAHomePost() {
        // Given
        services.answer("PUT " + PAGE + "/home-post", 200, FakeServices.resource("unit.json"));

        // When
        dispatcher.submit(
                PAGE,
                PAGE + "/home-post",
                Map.of("name", "Anfa", "latitude", "33,59", "longitude", "-7.64", "tag", "\"4\""));

        // Then
        assertThat(services.last("PUT " + PAGE + "/home-post").body())
                .isEqualTo("{\"name\":\"Anfa\",\"latitude\":33.59,\"longitude\":-7.64}");
    }

    @Test
    void offersAnAnswerOnlyWhereTheUnitsAreOnesOwn() {
        // When
        String page = dispatcher.page("/help-requests?lang=en");

        // Then
        assertThat(page)
                .contains("Match &lt;b&gt;au stade", "Waits for an answer", "Refused", REQUEST + "/grant")
                .containsSubsequence("every unit", "UNIT-1")
                .doesNotContain("41e2/grant", "41e2/end");
    }

    @Test
    void offersAnAnswerToTheJurisdictionThatIsAsked() {
        assertThat(Browser.in("MA-CAS", "karim", "dispatcher").page("/help-requests"))
                .contains(REQUEST + "/grant");
        assertThat(Browser.in("MA-RBA", "salma", "dispatcher").page("/help-requests"))
                .doesNotContain(REQUEST + "/grant");
    }

    @Test
    void grantsAUnitThatIsNotAmongTheNewest() {
        // Given
        String units = FakeServices.resource("units.json");
        services.answer("GET /units", 200, "{\"items\": [], \"next\": \"older\"}");
        services.answer("GET /units?cursor=older&limit=200", 200, units);

        // Then
        assertThat(dispatcher.page("/help-requests?lang=en"))
                .contains(REQUEST + "/grant")
                .containsSubsequence("every unit", "UNIT-1");

        // And then
        services.answer("GET /units", 200, "{\"items\": [], \"next\": null}");
        assertThat(dispatcher.page("/help-requests")).contains(REQUEST + "/grant");
    }

    @Test
    void asksForHelpAndGrantsIt() {
        // Given
        services.answer("POST /help-requests", 201, request());
        services.answer("POST " + REQUEST + "/grant", 200, request());

        // When
        var asked = dispatcher.send(
                "/help-requests",
                "/help-requests",
                Map.of(
                        "key",
                        "key-2",
                        "asking",
                        "ma-cas",
                        "asked",
                        "ma-rba",
                        "reason",
                        "Crue",
                        "until",
                        "2026-11-26T23:00"));
        dispatcher.submit("/help-requests", REQUEST + "/grant", Map.of("key", "key-3", "unitId", ""));

        // Then
        assertThat(asked.header("Location")).endsWith("/help-requests?done=HELP_ASKED");
        assertThat(services.last("POST /help-requests").body())
                .contains("\"asking\":\"MA-CAS\"", "\"asked\":\"MA-RBA\"", "\"until\":\"2026-11-26T22:00:00Z\"");
        assertThat(services.last("POST " + REQUEST + "/grant").body()).isEqualTo("{}");
    }

    private static Map<String, String> withTag(Map<String, String> description) {
        var tagged = new HashMap<>(description);
        tagged.put("tag", "\"4\"");
        return tagged;
    }

    private static String request() {
        String requests = FakeServices.resource("help-requests.json");
        return requests.substring(requests.indexOf('[') + 1, requests.indexOf("},") + 1);
    }
}
