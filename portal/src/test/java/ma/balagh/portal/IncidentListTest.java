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

@QuarkusTest
@WithTestResource(FakeSuite.class)
class IncidentListTest {

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void keepsWhatHasAUnitOnTheListAndOnTheMap() {
        // Given
        services.answer("GET /incidents", 200, """
            {"items": [%s, %s], "next": null}
            """.formatted(
                        waiting(1, 4, 30)
                                .replace("OPEN", "EN_ROUTE")
                                .replace("\"openedAt\"", "\"latitude\": 33.6, \"longitude\": -7.6, \"openedAt\""),
                        waiting(2, 1, 50)));

        // When
        String page = Browser.of("karim", "dispatcher").page("/incidents?lang=en");

        // Then
        assertThat(page)
                .containsSubsequence("row-01985a00-0000-7000-8000-000000000002", "Waits for a unit")
                .containsSubsequence("row-01985a00-0000-7000-8000-000000000001", "En route")
                .contains("class=\"map-incident s4 attended\" href=\"/incidents/01985a00-0000-7000-8000-000000000001\"")
                .containsOnlyOnce("id=\"row-01985a00-0000-7000-8000-000000000001\"");
        assertThat(page.indexOf("row-01985a00-0000-7000-8000-000000000002"))
                .isLessThan(page.indexOf("row-01985a00-0000-7000-8000-000000000001"));
    }

    @Test
    void showsWhatHasWaitedTooLong() {
        // Given
        services.answer("GET /incidents", 200, """
            {"items": [%s], "next": "c2"}
            """.formatted(waiting(1, 4, 30)));

        // When
        String page = Browser.of("karim", "dispatcher").page("/incidents?state=OVERDUE&lang=fr");

        // Then
        assertThat(services.last("GET /incidents").query())
                .contains("overdue=true")
                .doesNotContain("state=");
        assertThat(page)
                .contains("aria-current=\"true\">En retard</a>")
                .contains("hx-get=\"/incidents?state=OVERDUE\"")
                .contains("/incidents?state=OVERDUE&amp;cursor=c2");
    }

    private static String waiting(int number, int severity, int minute) {
        return """
            {"id": "01985a00-0000-7000-8000-00000000000%d", "dossierId": "%s", "jurisdiction": "MA-CAS",
             "severity": %d, "state": "OPEN", "openedAt": "2026-11-24T21:%d:00.000Z"}
            """.formatted(number, Ids.DOSSIER, severity, minute);
    }
}
