package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

@QuarkusTest
@WithTestResource(FakeSuite.class)
class DesksTest {

    private static final String INCIDENT = "/incidents/" + Ids.INCIDENT;

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "analyst,/dossiers",
        "judicial-officer,/dossiers",
        "dispatcher,/incidents",
        "field-unit,/assignment",
        "internal-affairs,/inquiries",
        "commander,/command-desk",
        "auditor,/clocks",
        "data-protection-officer,/audit",
        "intake-officer,/intake"
    })
    void landsEachRoleOnItsOwnDesk(String role, String desk) {
        // Given
        Browser somebody = Browser.of("somebody", role);

        // When
        var response = somebody.get("/");

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith(desk);
        assertThat(somebody.page(desk)).contains("aria-current=\"page\"");
    }

    @Test
    void hasNoDeskForAPartner() {
        assertThat(Browser.of("press", "partner").get("/").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/dossiers,dispatcher",
        "/incidents,analyst",
        "/assignment,dispatcher",
        "/reports,field-unit",
        "/reports/new,analyst",
        "/clocks,analyst"
    })
    void refusesDesksOfOtherRolesWithAPageOfItsOwn(String path, String role) {
        // When
        var response = Browser.of("somebody", role).get(path + "?lang=en");

        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.contentType()).startsWith("text/html");
        assertThat(response.asString()).contains("You do not have this authority");
    }

    @Test
    void leadsTheOfficerToTheIncidents() {
        assertThat(Browser.of("samir", "judicial-officer").page("/dossiers")).contains("<a href=\"/incidents\"");
    }

    @Test
    void showsADispatcherWhatWaitsTheGravestFirst() {
        // Given
        services.answer("GET /incidents", 200, """
            {"items": [%s, %s, %s], "next": null}
            """.formatted(waiting(1, 2, 50), waiting(2, 4, 40), waiting(3, 4, 30)));

        // When
        String page = Browser.of("karim", "dispatcher").page("/incidents?state=OPEN");

        // Then
        assertThat(services.last("GET /incidents").query()).contains("state=OPEN");
        assertThat(page)
                .containsSubsequence(
                        "01985a00-0000-7000-8000-000000000003\"",
                        "01985a00-0000-7000-8000-000000000002\"",
                        "01985a00-0000-7000-8000-000000000001\"");
    }

    @Test
    void marksWhatLostItsVerdictAndLetsItWaitForNoUnit() {
        // Given
        services.answer("GET /incidents", 200, """
            {"items": [%s, %s], "next": null}
            """.formatted(
                waiting(1, 2, 50),
                waiting(2, 4, 40)
                        .replace("\"openedAt\"", "\"verdictWithdrawnAt\": \"2026-11-25T09:00:00Z\", \"openedAt\"")));
        Browser dispatcher = Browser.of("karim", "dispatcher");

        // When
        String waiting = dispatcher.page("/incidents?state=OPEN&lang=en");
        String all = dispatcher.page("/incidents?state=ALL&lang=en");

        // Then
        assertThat(waiting).contains("/incidents/01985a00-0000-7000-8000-000000000001");
        assertThat(waiting).doesNotContain("/incidents/01985a00-0000-7000-8000-000000000002", "Verdict withdrawn");
        assertThat(all)
                .contains("/incidents/01985a00-0000-7000-8000-000000000002")
                .containsOnlyOnce("Verdict withdrawn");
    }

    @Test
    void showsADispatcherWhereIncidentsAndUnitsAre() {
        assertThat(Browser.of("karim", "dispatcher").page("/incidents?lang=en"))
                .contains("class=\"plan\"", "class=\"map-incident s3\" href=\"/incidents/" + Ids.INCIDENT)
                .contains("class=\"map-unit AVAILABLE\"", "0.5 km");
        assertThat(Browser.of("hind", "commander").page("/incidents")).doesNotContain("class=\"plan\"");
    }

    @Test
    void answersWithWhatIsChosenAlone() {
        // Given
        services.answer(
                "GET " + INCIDENT, 200, FakeServices.resource("incident.json").replaceFirst("\\{", """
                    {"clocks": [{"stage": "OPEN_TO_ASSIGNED", "startedAt": "2026-11-24T21:30:00.000Z",
                     "targetAt": "2026-11-24T21:31:00.000Z", "overdue": true, "escalated": []}],
                    """));

        // When
        String choice = Browser.of("karim", "dispatcher").page(INCIDENT + "/choice?lang=en");

        // Then
        assertThat(choice)
                .startsWith("<div id=\"choice\">")
                .contains("data-assign")
                .contains("id=\"chosen-clock-" + Ids.INCIDENT, "شارع محمد السادس")
                .doesNotContain("<html", "id=\"units\"");
        assertThat(services.calls()).doesNotContain("GET /units", "GET /incidents");
        assertThat(Browser.of("hind", "commander").get(INCIDENT + "/choice").statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsAsManyUnitsAsHaveAKeyAndLeadsToTheOthers() {
        // Given
        String units = IntStream.range(0, 12)
                .mapToObj(i -> """
                        {"unitId": "%s", "callSign": "KEY-%d", "kind": "CAR", "crew": 2, "available": true, "reasons": []}
                        """.formatted(new UUID(0, i), i))
                .collect(Collectors.joining(","));
        services.answer("GET " + INCIDENT + "/recommendations", 200, "{\"items\": [" + units + "]}");

        // When
        Browser dispatcher = Browser.of("karim", "dispatcher");

        // Then
        assertThat(dispatcher.page(INCIDENT + "/choice?lang=en"))
                .contains(">KEY-8<", "href=\"" + INCIDENT + "#recommended\">More units on the whole page: 3<")
                .doesNotContain("KEY-9");
        assertThat(dispatcher.page(INCIDENT + "?lang=en"))
                .contains("id=\"recommended\"", "KEY-11")
                .doesNotContain("More units");
    }

    @ParameterizedTest
    @CsvSource({"dispatcher,?state=ALL", "commander,''"})
    void showsAllIncidentsToWhoeverAsksOrSendsNobody(String role, String query) {
        // When
        Browser.of("somebody", role).page("/incidents" + query);

        // Then
        assertThat(services.last("GET /incidents").query()).doesNotContain("state=");
    }

    @Test
    void recommendsUnitsAndSaysWhy() {
        // When
        String page = Browser.of("karim", "dispatcher").page(INCIDENT + "?lang=en");

        // Then
        assertThat(page)
                .contains("UNIT-1", "1.8 km", "5 min 0 s", "by road", "Assign \u2068UNIT-1\u2069")
                .contains("First to be there, in 5 min 0 s", "Fits what is still needed: Search", "seen just now")
                .contains("<option value=\"SEARCH\" selected>")
                .contains("UNIT-2", "something new", "Fits nothing that is still needed")
                .contains("Position is old: seen 4 min ago, which adds 1 min 0 s")
                .contains("By its severity: serious", "It happened 20 min ago")
                .doesNotContain("Assign \u2068UNIT-2\u2069");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|Position ancienne\u00a0: vue il y a 4 min, ce qui ajoute 1 min 0 s|Les faits ont eu lieu il y a 20 min",
                "ar|موقعها قديم: شوهدت منذ 4 د، مما يضيف 1 د 0 ث|وقع منذ 20 د"
            })
    void saysFiguresInEachLanguage(String language, String position, String priority) {
        assertThat(Browser.of("karim", "dispatcher").page(INCIDENT + "?lang=" + language))
                .contains(position, priority);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|along the straight line, not by road|The road data are missing at the moment",
                "fr|à vol d’oiseau, non par la route|Données routières indisponibles pour le moment",
                "ar|على خط مستقيم، لا عبر الطرق|بيانات الطرق غير متوفرة حاليًا"
            })
    void saysThatRoadsAreMissingAndSendsAllTheSame(String language, String basis, String missing) {
        // Given
        services.answer(
                "GET " + INCIDENT + "/recommendations",
                200,
                FakeServices.resource("recommendations.json")
                        .replace("\"basis\": \"ROAD\"", "\"basis\": \"STRAIGHT_LINE\"")
                        .replace("\"code\": \"FASTEST\"", "\"code\": \"ROADS_MISSING\""));

        // When
        Browser dispatcher = Browser.of("karim", "dispatcher");

        // Then
        for (var page : List.of(INCIDENT + "/choice", INCIDENT)) {
            assertThat(dispatcher.page(page + "?lang=" + language))
                    .contains(basis, missing, "action=\"" + INCIDENT + "/assignments\"");
        }
    }

    @Test
    void saysOfAUnitThatIsThereThatItIsNotFar() {
        // Given
        services.answer(
                "GET " + INCIDENT + "/recommendations",
                200,
                FakeServices.resource("recommendations.json")
                        .replace("\"distanceMeters\": 1840", "\"distanceMeters\": 0")
                        .replace("\"estimatedSeconds\": 300", "\"estimatedSeconds\": 0"));
        services.answer(
                "GET " + INCIDENT,
                200,
                FakeServices.resource("incident.json").replace("\"estimatedSeconds\": 260", "\"estimatedSeconds\": 0"));

        // Then
        assertThat(Browser.of("karim", "dispatcher").page(INCIDENT + "?lang=en"))
                .containsSubsequence("id=\"shortfall\"", "MOTO-9</span>", "</span> less than 1 s</li>")
                .containsSubsequence(
                        "UNIT-1", "<dt>There in</dt><dd>less than 1 s", "<dt>Distance</dt><dd>0 km</dd>", "UNIT-2");
    }

    @Test
    void keepsTheRestOfThePageWhenUnitsCannotBeHad() {
        // Given
        services.answer("GET " + INCIDENT + "/recommendations", 503, "{\"type\":\"/problems/unavailable\"}");

        // When
        String page = Browser.of("karim", "dispatcher").page(INCIDENT + "?lang=en");

        // Then
        assertThat(page).contains("This part is not available", "Course of events");
    }

    @Test
    void assignsAUnitAndExplainsThatItIsTaken() {
        // Given
        services.answer(
                "GET " + INCIDENT,
                200,
                "application/json",
                FakeServices.resource("incident.json").getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", "\"5\""));
        services.answer("POST " + INCIDENT + "/assignments", 409, "{\"type\":\"/problems/unit-taken\",\"status\":409}");

        // When
        var response = Browser.of("karim", "dispatcher")
                .submit(
                        INCIDENT,
                        INCIDENT + "/assignments?lang=en",
                        Map.of("unitId", Ids.UNIT, "key", "key-2", "tag", "\"5\""));

        // Then
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.asString()).contains("assigned elsewhere");
        assertThat(services.last("POST " + INCIDENT + "/assignments").header("If-Match"))
                .isEqualTo("\"5\"");
        assertThat(services.last("POST " + INCIDENT + "/assignments").body())
                .isEqualTo("{\"unitId\":\"" + Ids.UNIT + "\"}");
    }

    @Test
    void showsAFieldUnitItsNextStepOnly() {
        // Given
        services.answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));
        services.answer("GET " + INCIDENT, 200, FakeServices.resource("incident-assigned.json"));
        services.answer("POST /assignments/" + Ids.ASSIGNMENT + "/progress", 200, assignment());
        Browser unit = Browser.of("unit1", "field-unit");

        // When
        String page = unit.page("/assignment?lang=en");
        var response = unit.submit(
                "/assignment",
                "/assignment/" + Ids.ASSIGNMENT + "/progress",
                Map.of("status", "ACKNOWLEDGED", "key", "key-3"));

        // Then
        assertThat(unit.page("/assignment?lang=ar")).contains("قرب \u2068أولاد زيان");
        assertThat(page)
                .contains("value=\"ACKNOWLEDGED\"", "Acknowledge", "geo:33.5731,-7.5898", "Near \u2068Oulad Ziane")
                .containsSubsequence("<details class=\"confirm\"", "We cannot go on", "value=\"CLEARED\"")
                .contains(
                        "value=\"EN_ROUTE\" data-step=\"EN_ROUTE\" hidden",
                        "value=\"ON_SCENE\" data-step=\"ON_SCENE\" hidden");
        assertThat(response.header("HX-Redirect")).isEqualTo("/assignment?done=PROGRESS_NOTED");
        assertThat(services.last("POST /assignments/" + Ids.ASSIGNMENT + "/progress")
                        .body())
                .isEqualTo("{\"status\":\"ACKNOWLEDGED\"}");
    }

    @Test
    void leavesOutWhatAnotherUnitIsOn() {
        // Given
        services.answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));
        services.answer(
                "GET " + INCIDENT,
                200,
                FakeServices.resource("incident-assigned.json").replace("\"active\": true", "\"active\": false"));

        // When
        String page = Browser.of("unit1", "field-unit").page("/assignment?lang=en");

        // Then
        assertThat(page).contains("No assignment");
        assertThat(services.all("GET /incidents"))
                .extracting(FakeServices.Call::query)
                .anySatisfy(query -> assertThat(query).contains("state=ON_SCENE"));
    }

    @Test
    void tellsACrewForSomeMinutesWhyItWasCalledBack() {
        // Given
        calledBack("STOOD_DOWN", Instant.now().minusSeconds(60));
        Browser unit = Browser.of("unit1", "field-unit");

        // Then
        assertThat(unit.page("/assignment?lang=en"))
                .containsSubsequence(
                        "id=\"called-back\"", "You are called back", "<q dir=\"auto\">a nearer &lt;b&gt; unit")
                .doesNotContain("No assignment", "Verdict withdrawn");
        services.answer(
                "GET " + INCIDENT,
                200,
                FakeServices.resource("incident-assigned.json")
                        .replace("\"active\": true", "\"active\": false")
                        .replace("\"openedAt\"", "\"verdictWithdrawnAt\": \"2026-11-24T21:40:00.000Z\", \"openedAt\""));
        assertThat(unit.page("/assignment?lang=fr")).contains("Vous êtes rappelés", "Qualification retirée");

        // When: long ago, or it has finished since
        calledBack("STOOD_DOWN", Instant.now().minusSeconds(3600));
        assertThat(unit.page("/assignment?lang=en")).contains("No assignment").doesNotContain("called-back");
        calledBack("CLEARED", Instant.now().minusSeconds(60));

        // Then
        assertThat(unit.page("/assignment?lang=en")).contains("No assignment").doesNotContain("called-back");
    }

    private void calledBack(String status, Instant at) {
        services.answer("GET /incidents", 200, """
            {"items": [{"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": 3, "state": "OPEN",
              "place": "Maarif", "openedAt": "2026-11-24T21:30:00.000Z",
              "released": {"id": "%s", "status": "%s", "at": "%s"}}], "next": null}
            """.formatted(Ids.INCIDENT, Ids.DOSSIER, Ids.ASSIGNMENT, status, at));
        services.answer("GET " + INCIDENT, 200, """
            {"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": 3, "state": "OPEN", "place": "Maarif",
             "openedAt": "2026-11-24T21:30:00.000Z", "timeline": [{"kind": "STOOD_DOWN", "at": "%s", "by": "karim",
             "callSign": "UNIT-1", "note": "a nearer <b> unit"}]}
            """.formatted(Ids.INCIDENT, Ids.DOSSIER, at));
    }

    @Test
    void tellsAFieldUnitWithoutAnAssignmentToWait() {
        assertThat(Browser.of("unit1", "field-unit").page("/assignment?lang=en"))
                .contains("No assignment");
    }

    @ParameterizedTest
    @CsvSource({
        "en,Several units have your account’s call sign",
        "fr,Plusieurs unités portent l’indicatif de votre compte",
        "ar,تحمل عدة وحدات إشارة النداء"
    })
    void tellsACrewThatNobodyCanTellWhichUnitItIsOf(String language, String words) {
        // Given
        services.answer("GET /incidents", 403, "{\"type\":\"/problems/call-sign-ambiguous\",\"status\":403}");

        // When
        var response = Browser.of("unit1", "field-unit").get("/assignment?lang=" + language);

        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.asString()).contains(words);
    }

    @Test
    void showsInquiriesToNobodyElse() {
        // Given
        services.answer("GET /inquiries", 404, "{\"type\":\"/problems/not-found\"}");

        // When
        var response = Browser.of("samir", "judicial-officer").get("/inquiries?lang=en");

        // Then
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.asString()).contains("There is no such page");
    }

    @Test
    void showsInternalAffairsWhoBringsWhatWasJudged() {
        assertThat(Browser.of("idris", "internal-affairs").page("/inquiries?lang=en"))
                .contains(
                        "Brought again",
                        "partner-press",
                        "remise.mp4",
                        "/reports/01a21400-0000-7000-8000-00000000a001");
        services.answer("GET /evidence/refilings", 503, "{\"type\":\"/problems/unavailable\"}");
        assertThat(Browser.of("idris", "internal-affairs").page("/inquiries?lang=en"))
                .contains("This list cannot be loaded");
    }

    @Test
    void showsHowLongEachStageTakes() {
        assertThat(Browser.of("hind", "commander").page("/clocks?lang=en"))
                .contains("Machine time", "2 s", "Confirmed until unit assigned", "45 s");
    }

    @Test
    void refreshesWhatIsShownAndNothingElse() {
        assertThat(Browser.of("hind", "commander").page("/clocks?period=WEEK&jurisdiction=MA x"))
                .contains("hx-get=\"/clocks?period=WEEK&amp;jurisdiction=MA+x\"", "period=DAY&amp;jurisdiction=MA+x");
        assertThat(Browser.of("idris", "internal-affairs").page("/inquiries?cursor=a b"))
                .contains("hx-get=\"/inquiries?cursor=a+b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dossiers", "/reports", "/clocks", "/incidents"})
    void saysSoWhenAServiceIsAway(String path) {
        // Given
        services.answer("GET " + (path.equals("/clocks") ? "/statistics/clocks" : path), 503, "<html>a proxy</html>");

        // When
        var response = Browser.of("hind", "commander").get(path + "?lang=en");

        // Then
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.asString()).contains("The service is not available").doesNotContain("a proxy");
    }

    private static String waiting(int number, int severity, int minute) {
        return """
            {"id": "01985a00-0000-7000-8000-00000000000%d", "dossierId": "%s", "jurisdiction": "MA-CAS",
             "severity": %d, "state": "OPEN", "openedAt": "2026-11-24T21:%d:00.000Z"}
            """.formatted(number, Ids.DOSSIER, severity, minute);
    }

    private static String assignment() {
        return """
            {"id": "%s", "incidentId": "%s", "unitId": "%s", "callSign": "UNIT-1", "status": "ACKNOWLEDGED",
             "active": true, "assignedBy": "karim", "assignedAt": "2026-11-24T21:32:00.000Z"}
            """.formatted(Ids.ASSIGNMENT, Ids.INCIDENT, Ids.UNIT);
    }
}
