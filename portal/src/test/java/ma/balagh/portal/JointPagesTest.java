package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class JointPagesTest {

    private final FakeServices services = FakeSuite.services();
    private final Browser dispatcher = Browser.of("karim", "dispatcher");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void showsTheProposalBesideTheNearestUnitsWithTheDifference() {
        assertThat(dispatcher.page("/incidents/joint?lang=en"))
                .containsSubsequence("All responses, proposal", "6 min 0 s", "one by one", "11 min 0 s")
                .containsSubsequence("Shorter by", "5 min 0 s", "Covered now", "91%", "78%", "74%", "by road")
                .containsSubsequence(
                        "id=\"row-" + Ids.INCIDENT, "Rue &lt;b&gt;Sidi Belyout", "UNIT-1", "4 min", "UNIT-2", "3 min")
                .containsSubsequence("Place not known", "UNIT-2", "UNIT-1")
                .containsSubsequence("Nobody for now", "Souk", "stays as the reserve");
    }

    @Test
    void assignsWhatWasReckonedForTheIncidentAsItWas() {
        assertThat(dispatcher.page("/incidents/joint"))
                .containsSubsequence(
                        "action=\"/incidents/" + Ids.INCIDENT + "/assignments\"",
                        "name=\"tag\" value=\"&quot;3&quot;\"",
                        "name=\"unitId\" value=\"" + Ids.UNIT + "\"",
                        "name=\"role\" value=\"LEAD\"");
    }

    @Test
    void showsEachUnitThatARunCardAsksForBesideTheOneOfItsRole() {
        // Given
        services.answer("GET /incidents/joint-assignment", 200, """
            {"assignments": [%1$s "unitId": "%2$s", "callSign": "LEAD-1", "role": "LEAD", "estimatedSeconds": 60},
                             %1$s "unitId": "%3$s", "callSign": "SEARCH-1", "role": "SEARCH", "estimatedSeconds": 90}],
             "greedyAssignments": [%1$s "unitId": "%3$s", "callSign": "SEARCH-2", "role": "SEARCH", "estimatedSeconds": 90},
                                   %1$s "unitId": "%2$s", "callSign": "CORDON-2", "role": "CORDON", "estimatedSeconds": 60}],
             "responseSeconds": 150, "greedyResponseSeconds": 150, "weightedSeconds": 150, "greedyWeightedSeconds": 150,
             "coverage": null, "basis": "STRAIGHT_LINE",
             "unserved": [{"incidentId": "01985a00-0000-7000-8000-00000000f201", "priority": 4, "place": "Souk",
                           "openedAt": "2026-11-24T21:45:00.000Z", "cause": "NO_FITTING_UNIT"}]}
            """.formatted(
                        """
            {"incidentId": "%s", "incidentTag": "\\"3\\"", "priority": 2, "place": "Rue",
             "openedAt": "2026-11-24T21:30:00.000Z",""".formatted(Ids.INCIDENT), Ids.UNIT, Ids.INCIDENT));

        // Then
        assertThat(dispatcher.page("/incidents/joint?lang=en"))
                .containsSubsequence(
                        "id=\"row-" + Ids.INCIDENT + "\"",
                        "LEAD-1",
                        "Lead",
                        "nobody",
                        "id=\"assign-" + Ids.INCIDENT + "\"",
                        "id=\"row-" + Ids.INCIDENT + "-2\"",
                        "SEARCH-1",
                        "Search",
                        "the same",
                        "id=\"assign-" + Ids.INCIDENT + "-2\"",
                        "id=\"row-" + Ids.INCIDENT + "-3\"",
                        "nobody",
                        "CORDON-2")
                .containsSubsequence("Nobody for now", "Souk", "is what its run card asks for");
    }

    @Test
    void saysWhoShouldMoveUpAndWhatThatCovers() {
        assertThat(dispatcher.page("/incidents/joint?lang=fr"))
                .containsSubsequence(
                        "Redéploiement",
                        "UNIT-7",
                        "Poste &lt;i&gt;Lissasfa",
                        "33,55°",
                        "9 min",
                        "78\u00a0%",
                        "85\u00a0%");
    }

    @Test
    void keepsTheProposalWhenMoveUpsAreAway() {
        // Given
        services.answer("GET /units/move-ups", 503, "{}");

        // Then
        assertThat(dispatcher.page("/incidents/joint?lang=en")).contains("UNIT-1", "This part is not available");
    }

    @Test
    void saysThatNothingWaits() {
        // Given
        services.answer("GET /incidents/joint-assignment", 200, """
            {"assignments": [], "greedyAssignments": [], "responseSeconds": 0, "greedyResponseSeconds": 0,
             "weightedSeconds": 0, "greedyWeightedSeconds": 0, "coverage": null, "unserved": [], "basis": "STRAIGHT_LINE"}
            """);
        services.answer("GET /units/move-ups", 200, "{\"items\": [], \"next\": null}");

        // Then
        assertThat(dispatcher.page("/incidents/joint?lang=en"))
                .contains("No incident waits", "No unit would cover more")
                .doesNotContain("Shorter by");
    }

    @Test
    void showsCommandersTheProposalWithoutForms() {
        assertThat(Browser.of("salma", "commander").page("/incidents/joint"))
                .contains("UNIT-1")
                .doesNotContain("/assignments\"");
    }

    @Test
    void tellsCommandersOnAnIncidentWhichUnitsWouldGoAndHowFarTheyAre() {
        // When
        String page = Browser.of("salma", "commander").page("/incidents/" + Ids.INCIDENT + "?lang=en");

        // Then
        assertThat(page)
                .containsSubsequence("id=\"shortfall\"", "Those that could are all sent elsewhere", "MOTO-9")
                .containsSubsequence(
                        "Recommended units",
                        "Dispatchers assign",
                        "Proposal",
                        "UNIT-1",
                        "Lead",
                        "There in 4 min 0 s",
                        "Nearest",
                        "UNIT-2",
                        "3 min 0 s",
                        "by road",
                        "href=\"/incidents/joint\"")
                .doesNotContain("/assignments\"");
        assertThat(services.calls()).noneMatch(call -> call.contains("/recommendations"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ar | السبب: لم تبق وحدة يمكن إرسالها
            fr | Raison\u00a0: il ne reste aucune unité
            en | Reason: no unit that could go is left
            """)
    void tellsCommandersOnAnIncidentWhyNobodyWouldGo(String language, String reason) {
        // Given
        services.answer("GET /incidents/joint-assignment", 200, """
            {"assignments": [], "greedyAssignments": [], "responseSeconds": 0, "greedyResponseSeconds": 0,
             "weightedSeconds": 0, "greedyWeightedSeconds": 0, "coverage": null, "basis": "ROAD",
             "unserved": [{"incidentId": "%s", "priority": 2, "place": "Souk",
                           "openedAt": "2026-11-24T21:45:00.000Z", "cause": "NO_UNIT"}]}
            """.formatted(Ids.INCIDENT));
        String incident = "/incidents/" + Ids.INCIDENT + "?lang=" + language;

        // Then
        assertThat(Browser.of("salma", "commander").page(incident)).containsSubsequence("id=\"recommended\"", reason);

        // And when dispatch does not answer
        services.answer("GET /incidents/joint-assignment", 503, "{}");
        assertThat(Browser.of("salma", "commander").page(incident))
                .contains("id=\"recommended\"")
                .doesNotContain(reason);
    }

    @Test
    void proposesNothingOnceAnIncidentIsOver() {
        // Given
        services.answer(
                "GET /incidents/" + Ids.INCIDENT,
                200,
                FakeServices.resource("incident.json").replace("\"state\": \"OPEN\"", "\"state\": \"CANCELLED\""));

        // Then
        assertThat(Browser.of("salma", "commander").page("/incidents/" + Ids.INCIDENT))
                .doesNotContain("id=\"recommended\"");
        assertThat(services.calls()).noneMatch(call -> call.contains("joint-assignment"));
    }

    @Test
    void isReachedFromTheListByWhoMaySeeIt() {
        assertThat(dispatcher.page("/incidents")).contains("href=\"/incidents/joint\"");
        assertThat(Browser.of("omar", "judicial-officer").page("/incidents")).doesNotContain("/incidents/joint");
        assertThat(Browser.of("omar", "judicial-officer")
                        .get("/incidents/joint")
                        .statusCode())
                .isEqualTo(403);
    }
}
