package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a unit has been: as a list, on a map, and what of it is erased. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class TrackPagesTest {

    private static final String UNIT = "01985a00-0000-7000-8000-00000000f003";
    private static final String PAGE = "/unit-tracks/" + UNIT;
    private static final String TRACK = "GET /units/" + UNIT + "/track";

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void drove() {
        services.reset();
        services.answer(TRACK, 200, track("""
                {"latitude": 33.58, "longitude": -7.6, "at": "2026-11-24T20:00:00.000Z", "speed": 12.5},
                {"latitude": 33.59, "longitude": -7.61, "at": "2026-11-24T20:01:00.000Z"}"""));
    }

    @Test
    void listsWhereTheUnitHasBeen() {
        // When
        String page =
                Browser.of("nadia", "commander").page(PAGE + "?from=2026-11-24T20:00&to=2026-11-24T22:00&lang=en");

        // Then: in Moroccan time
        assertThat(services.last(TRACK).query()).contains("from=2026-11-24T19:00:00Z", "to=2026-11-24T21:00:00Z");
        assertThat(page)
                .containsSubsequence("CASA-12", "2 positions", "33.58° -7.6°", "45 km/h", "33.59° -7.61°", "unknown")
                .contains("value=\"2026-11-24T20:00\"")
                .doesNotContain("is erased");
    }

    @Test
    void asksForTheLastHoursIfNothingIsSaid() {
        // When
        Browser.of("karim", "dispatcher").page(PAGE);

        // Then
        assertThat(services.last(TRACK).query()).matches("from=20.*Z&to=20.*Z");
    }

    @Test
    void saysWhatIsErased() {
        // When
        String page =
                Browser.of("nadia", "commander").page(PAGE + "?from=2026-09-01T00:00&to=2026-09-02T00:00&lang=fr");

        // Then
        assertThat(page).contains("Ce qui précède le", "est effacé");
    }

    @Test
    void leadsToWhatDoesNotFitOnThePage() {
        // Given
        services.answer(TRACK, 200, track("").replace("\"next\": null", "\"next\": \"2026-11-24T20:30:00.000Z\""));

        // When
        String page = Browser.of("nadia", "commander").page(PAGE + "?to=2026-11-24T23:00");

        // Then
        assertThat(page).contains(PAGE + "?from=2026-11-24T21:30&amp;to=2026-11-24T23:00");
    }

    @Test
    void refusesAPeriodThatIsNone() {
        // Given
        services.answer(TRACK, 400, """
                {"type": "/problems/bad-request", "title": "The request is not valid", "status": 400,
                 "violations": [{"field": "to", "code": "too-early", "message": "must lie after from"}]}
                """);

        // When // Then
        var commander = Browser.of("nadia", "commander");
        assertThat(commander
                        .get(PAGE + "?from=2026-11-25T00:00&to=2026-11-24T00:00")
                        .statusCode())
                .isEqualTo(400);
        assertThat(commander.get(PAGE + "?from=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void isNobodyElses() {
        for (var role : new String[] {"judicial-officer", "analyst", "auditor", "field-unit"}) {
            assertThat(Browser.of("somebody", role).get(PAGE).statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
    }

    @Test
    void isReachedFromTheIncidentAndFromTheUnit() {
        // Given
        services.answer("GET /incidents/" + Ids.INCIDENT, 200, FakeServices.resource("incident-assigned.json"));

        // When // Then
        String link = PAGE + "?from=2026-11-24T22:32";
        assertThat(Browser.of("nadia", "commander").page("/incidents/" + Ids.INCIDENT))
                .contains(link);
        assertThat(Browser.of("samir", "judicial-officer").page("/incidents/" + Ids.INCIDENT))
                .doesNotContain("/unit-tracks/");
        assertThat(Browser.of("karim", "dispatcher").page("/units/" + Ids.UNIT)).contains("href=\"" + PAGE + "\"");
    }

    @Test
    void isNotOfferedOfAUnitOfElsewhereThatHelpsOut() {
        // Given
        services.answer(
                "GET /incidents/" + Ids.INCIDENT,
                200,
                FakeServices.resource("incident-assigned.json")
                        .replace("\"unitJurisdiction\": \"MA-CAS\"", "\"unitJurisdiction\": \"MR-NKC\""));
        services.answer(
                "GET /units/" + Ids.UNIT,
                200,
                FakeServices.resource("unit.json")
                        .replace("\"jurisdiction\": \"MA-CAS\"", "\"jurisdiction\": \"MR-NKC\""));

        // When // Then
        for (var path : new String[] {"/incidents/" + Ids.INCIDENT, "/units/" + Ids.UNIT}) {
            assertThat(Browser.of("karim", "dispatcher").page(path))
                    .contains("UNIT-1")
                    .doesNotContain("/unit-tracks/");
        }
    }

    @Test
    void drawsTheTrackOnAMap() {
        try (var chromium = Chromium.start()) {
            // When
            Page page = chromium.pageOf("commander");
            page.navigate(PAGE + "?lang=ar");

            // Then
            assertThat(page.locator(".leaflet-tooltip")).hasText(new String[] {"البداية", "النهاية"});
            assertThat(page.locator(".map-zoom-in")).isVisible();
            assertThat(page.locator(".map-close-road")).hasCount(0);
        }
    }

    private static String track(String items) {
        return """
                {"unitId": "%s", "callSign": "CASA-12", "items": [%s], "next": null,
                 "erasedBefore": "2026-10-26T00:00:00.000Z"}
                """.formatted(UNIT, items);
    }
}
