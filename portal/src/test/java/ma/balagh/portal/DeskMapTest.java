package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeEventStream;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk's map: what it shows, and that whatever it does is there without it. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class DeskMapTest {

    private static final int UNITS = 1000;
    private static final String DRAWN = "() => document.querySelector('canvas.map-operations').toDataURL()";

    private static Chromium chromium;

    private final FakeServices services = FakeSuite.services();

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterEach
    void closePages() {
        chromium.closePages();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void anIncidentAtItsPlace() {
        services.reset();
        services.answer("GET /incidents", 200, """
            {"items": [{"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": 4, "state": "OPEN",
                        "latitude": 33.59, "longitude": -7.61, "openedAt": "2026-11-24T21:30:00.000Z"}], "next": null}
            """.formatted(Ids.INCIDENT, Ids.DOSSIER));
    }

    @Test
    void isDrawnWithoutAnythingFromElsewhere() {
        // Given
        List<String> faults = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        Page page = chromium.pageOf("dispatcher");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404")) {
                faults.add(message.text());
            }
        });
        page.onRequest(request -> asked.add(request.url()));

        // When
        open(page);
        assertThat(page.locator("canvas.map-places")).isAttached();

        // Then
        assertThat(faults).isEmpty();
        assertThat(asked)
                .allMatch(address ->
                        address.startsWith(page.url().substring(0, page.url().indexOf("/incidents"))));
        assertThat(page.locator(".plan")).isHidden();
    }

    @Test
    void choosesTheIncidentThatIsClicked() {
        // Given
        Page page = chromium.pageOf("dispatcher");
        open(page);
        services.answer("GET /units", 200, "{\"items\": [], \"next\": null}");
        page.reload();
        assertThat(page.locator("canvas.map-places")).isAttached();

        // When: it is alone, and so in the middle
        page.click("#map-view");

        // Then
        assertThat(page.locator("#chosen .recommended")).isVisible();
    }

    @Test
    void movesByButtonsThatAreLargeEnough() {
        // Given
        Page page = chromium.pageOf("dispatcher");
        open(page);
        assertThat(page.locator(".map-controls button:visible")).hasCount(9);

        // Then
        for (var button : page.locator(".map-controls button:visible").all()) {
            var box = button.boundingBox();
            assertThat(Math.min(box.width, box.height)).isGreaterThanOrEqualTo(24);
            assertThat(button.getAttribute("aria-label")).isNotBlank();
        }
        for (var button : page.locator(".map-controls button:visible:not(.map-close-road)")
                .all()) {
            button.click();
        }
    }

    @Test
    void drawsAThousandUnitsWhereTheyAreSaidToBe() {
        // Given
        FakeEventStream stream = services.stream("GET /incidents/events");
        services.answer("GET /units", 200, """
            {"items": [%s], "next": null}
            """.formatted(
                        IntStream.range(0, UNITS).mapToObj(DeskMapTest::unit).collect(Collectors.joining(","))));
        Page page = chromium.pageOf("dispatcher");
        open(page);
        assertThat(page.locator(".when-streaming")).isVisible();
        assertThat(page.locator("canvas.map-operations")).isAttached();
        Object before = page.evaluate(DRAWN);

        // When
        stream.tell(
                "1:2:",
                "positions",
                IntStream.range(0, UNITS).mapToObj(DeskMapTest::sighting).collect(Collectors.joining(",", "[", "]")));

        // Then
        page.waitForFunction("before => (" + DRAWN + ")() !== before", before);
    }

    @Test
    void drawsWhereAUnitWentBeforeItMoves() {
        // Given: alone on the map, so that no clock runs on it
        services.answer("GET /incidents", 200, "{\"items\": [], \"next\": null}");
        Page page = chromium.pageOf("dispatcher");
        String standing = drawn(page, unit(1));

        // When
        String going = drawn(page, unit(1).replace("\"longitude\"", "\"heading\": 271.5, \"longitude\""));

        // Then
        assertThat(page.locator("#units li")).hasAttribute("data-heading", "272");
        assertThat(going).isNotEqualTo(standing);
    }

    private String drawn(Page page, String unit) {
        services.answer("GET /units", 200, "{\"items\": [%s], \"next\": null}".formatted(unit));
        open(page);
        page.waitForFunction("""
                () => {
                  const canvas = document.querySelector('canvas.map-operations');
                  return canvas?.width > 0 && canvas.getContext('2d')
                    .getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0);
                }""");
        return (String) page.evaluate(DRAWN);
    }

    @Test
    void marksAClosedRoadClickByClick() {
        // Given
        Page page = chromium.pageOf("dispatcher");
        open(page);

        // When
        page.click(".map-close-road");
        page.click("#map-view", new Page.ClickOptions().setPosition(60, 120));
        page.click("#map-view", new Page.ClickOptions().setPosition(120, 160));
        page.click(".map-close-road");

        // Then: the form has the places, where they could have been typed as well
        assertThat(page).hasURL(Pattern.compile("/road-closures/new\\?coordinates="));
        assertThat(page.locator("textarea[name=coordinates]"))
                .hasValue(Pattern.compile("^33\\.\\d{5}, -7\\.\\d{5}\\s33\\.\\d{5}, -7\\.\\d{5}$"));
    }

    @Test
    void choosesThePlaceThatPatrolsAreToSecure() {
        // Given
        Page page = chromium.pageOf("dispatcher");
        open(page);

        // When: once in vain
        page.click(".map-secure");
        assertThat(page.locator(".map-secure")).hasAttribute("aria-pressed", "true");
        page.click(".map-secure");
        assertThat(page.locator(".map-secure")).hasAttribute("aria-pressed", "false");
        page.click(".map-secure");
        page.click("#map-view", new Page.ClickOptions().setPosition(60, 120));

        // Then: the form has the place, where it could have been typed as well
        assertThat(page).hasURL(Pattern.compile("/patrol-plans/new\\?latitude=33\\.\\d{5}&longitude=-7\\.\\d{5}$"));
        assertThat(page.locator("input[name=latitude]").first()).hasValue(Pattern.compile("^33\\.\\d{5}$"));
        assertThat(page.locator("input[name=longitude]").first()).hasValue(Pattern.compile("^-7\\.\\d{5}$"));
        assertThat(page.locator("input[name=visits]").first()).hasValue("4");
    }

    @Test
    void drawsVisitsOfTheHoursBesideBlackSpots() {
        // Given a plan whose visits are in the hours that it is now
        var begin = Instant.now();
        services.answer("GET /patrol-plans", 200, plans(FakeServices.resource("patrol-plans.json"), begin));
        services.answer(
                "GET /patrol-plans/" + Ids.PATROL_PLAN,
                200,
                plans(FakeServices.resource("patrol-plan.json"), begin)
                        .replaceAll("(\"start\": )\"[^\"]*\"", "$1\"" + begin + "\"")
                        .replaceAll("(\"end\": )\"[^\"]*\"", "$1\"" + begin.plusSeconds(840) + "\""));
        Page page = chromium.pageOf("dispatcher");
        open(page);

        // When
        page.locator("#spots-on").check();

        // Then the map says no more than the list
        assertThat(page.locator(".map-stop").first()).isVisible();
        assertThat(page.locator(".map-stop"))
                .hasCount(page.locator("#spot-layer [data-stop]").count());
        assertThat(page.locator("#spot-layer [data-stop] a").first())
                .hasAttribute("href", Pattern.compile("/patrol-plans/" + Ids.PATROL_PLAN + "#place-\\d"));
    }

    private static String plans(String answer, Instant begin) {
        return answer.replaceFirst("2026-11-26T18:00:00.000Z", begin.toString())
                .replaceFirst(
                        "2026-11-27T02:00:00.000Z", begin.plusSeconds(28_800).toString())
                .replace("\"state\": \"PROPOSED\"", "\"state\": \"APPROVED\", \"approvedBy\": \"badr\"");
    }

    @Test
    void marksAClosedAreaClickByClick() {
        // Given
        Page page = chromium.pageOf("dispatcher");
        open(page);

        // When: two places have no inside
        page.click(".map-close-road");
        page.click("#map-view", new Page.ClickOptions().setPosition(60, 120));
        page.click("#map-view", new Page.ClickOptions().setPosition(120, 160));
        assertThat(page.locator(".map-close-area")).isHidden();
        page.click("#map-view", new Page.ClickOptions().setPosition(60, 200));
        var box = page.locator(".map-close-area").boundingBox();
        page.click(".map-close-area");

        // Then
        assertThat(Math.min(box.width, box.height)).isGreaterThanOrEqualTo(24);
        assertThat(page).hasURL(Pattern.compile("/road-closures/new\\?coordinates=.*&area=true"));
        assertThat(page.locator("textarea[name=coordinates]"))
                .hasValue(Pattern.compile("^(33\\.\\d{5}, -7\\.\\d{5}\\s?){3}$"));
        assertThat(page.locator("input[name=area]")).isChecked();
    }

    @Test
    void saysInWhichColourEachSeverityIsDrawn() {
        // Given
        Page page = chromium.pageOf("dispatcher");

        // When
        open(page);

        // Then
        assertThat(page.locator(".map-key.incident:not(.attended)"))
                .hasText(new String[] {"minor", "moderate", "serious", "life in danger"});
        assertThat(page.evaluate("""
                () => {
                    const drawn = document.createElement('i');
                    drawn.style.color = 'var(--warn)';
                    document.body.append(drawn);
                    const key = getComputedStyle(document.querySelector('.map-key.s3'), '::before');
                    return key.backgroundColor === getComputedStyle(drawn).color;
                }
                """)).isEqualTo(true);
    }

    @Test
    void showsBlackSpotsWhereTheyAreWanted() {
        // Given
        Page page = chromium.pageOf("dispatcher");
        open(page);
        assertThat(page.locator("canvas.map-places")).isAttached();
        assertThat(page.locator(".map-spot")).hasCount(0);

        // When: by the keyboard
        page.focus("#spots-on");
        page.keyboard().press("Space");

        // Then
        assertThat(page.locator("#spot-layer li")).hasCount(2);
        assertThat(page.locator(".map-spot")).hasText(new String[] {"1", "2"});

        // When
        page.selectOption("#layer-days", "WORKING_DAY");
        services.answer(
                "GET /black-spots",
                200,
                FakeServices.resource("black-spots.json")
                        .replaceFirst("(?s)\"items\": \\[.*?\\],\\s*\"method\"", "\"items\": [], \"method\""));
        page.focus("#layer-hour");
        page.keyboard().press("Home");

        // Then
        assertThat(page.locator("#layer-window")).containsText("22:00 to 03:00");
        assertThat(page.locator("#spot-layer output")).hasText("00:00");
        assertThat(page.locator("#spot-layer li")).hasCount(0);
        assertThat(page.locator(".map-spot")).hasCount(0);
        assertThat(services.last("GET /black-spots").query()).contains("hour=0");
        assertThat(page.locator("#layer-hour")).isFocused();

        // When
        services.reset();
        page.reload();

        // Then
        assertThat(page.locator(".map-spot")).hasCount(2);

        // When
        page.locator("#spots-on").uncheck();

        // Then
        assertThat(page.locator(".map-spot")).hasCount(0);
        assertThat(page.locator("#spot-layer li")).hasCount(0);
    }

    @Test
    void namesCitiesInTheLanguageOfTheReader() {
        assertThat(Browser.of("karim", "dispatcher").page("/incidents/map/places?lang=ar"))
                .startsWith("[{\"name\":\"الدار البيضاء\"");
        assertThat(Browser.of("karim", "dispatcher").page("/incidents/map/places?lang=en"))
                .contains("\"name\":\"Tangier\"");
        assertThat(Browser.of("samira", "field-unit")
                        .get("/incidents/map/places")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void hasNoTilesWithoutAFile() {
        assertThat(Browser.of("karim", "dispatcher")
                        .request()
                        .header("Range", "bytes=0-126")
                        .get("/incidents/map/tiles.pmtiles")
                        .statusCode())
                .isEqualTo(404);
    }

    private static void open(Page page) {
        page.setViewportSize(1440, 900);
        page.navigate("/incidents?lang=en");
    }

    private static String unit(int number) {
        return """
            {"id": "01985a00-0000-7000-8000-%012d", "callSign": "U-%d", "kind": "CAR", "crew": 2, "jurisdiction": "MA-CAS",
             "status": "AVAILABLE", "position": {"latitude": %s, "longitude": %s, "at": "%s"}}
            """.formatted(
                        number,
                        number,
                        33.5 + number % 100 * 0.002,
                        -7.7 + number / 100 * 0.02,
                        Instant.now().minusSeconds(60));
    }

    private static String sighting(int number) {
        return """
            {"unitId": "01985a00-0000-7000-8000-%012d", "latitude": %s, "longitude": %s, "at": "%s"}""".formatted(number, 33.501 + number % 100 * 0.002, -7.7 + number / 100 * 0.02, Instant.now());
    }
}
