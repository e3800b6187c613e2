package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dispatcher sends nobody before knowing what happened: the desk says it first, on the same screen. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class DeskFactsTest {

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
    void manyUnitsAndManyWords() {
        services.reset();
        services.answer(
                "GET /incidents/" + Ids.INCIDENT,
                200,
                FakeServices.resource("incident-assigned.json")
                        .replace("a phone\"", "a phone. " + "They come again. ".repeat(25) + "\""));
        services.answer(
                "GET /incidents/" + Ids.INCIDENT + "/recommendations",
                200,
                "{\"items\": ["
                        + IntStream.range(1, 13).mapToObj(DeskFactsTest::unit).collect(Collectors.joining(",")) + "]}");
    }

    @ParameterizedTest
    @CsvSource({"1280, 800, ar", "1280, 800, en", "1600, 900, fr"})
    void saysWhatHappenedAndWhatIsNeededBeforeWhomToSend(int width, int height, String language) {
        // When
        Page page = open(width, height, language);

        // Then
        double needed = bottom(page, "#run-card .slots");
        assertThat(bottom(page, "#facts")).isLessThan(needed);
        assertThat(needed)
                .isLessThan(page.locator(".recommended").boundingBox().y)
                .isLessThan(height);
    }

    @ParameterizedTest
    @CsvSource({"1280, 800, ar", "1280, 800, en", "1600, 900, fr"})
    void showsTheMapTogetherWithTheUnitsThatCanBeSent(int width, int height, String language) {
        // Given
        Page page = open(width, height, language);
        assertThat(page.locator("canvas.map-places")).isAttached();

        // When
        page.keyboard().press("5");
        page.locator("#chosen [data-assign]:focus").evaluate("button => button.scrollIntoView({ block: 'start' })");

        // Then
        assertThat(page.locator("#chosen [data-assign]:focus")).containsText("UNIT-5");
        assertThat(page.locator("#map-view").boundingBox().y).isGreaterThanOrEqualTo(0);
        assertThat(bottom(page, "#map-view")).isLessThanOrEqualTo(height);
    }

    @Test
    void fitsAPhone() {
        // When
        Page page = open(360, 740, "en");

        // Then
        var unit = page.locator(".recommendation").first().boundingBox();
        var button = page.locator("#chosen [data-assign]").first().boundingBox();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        assertThat(button.x + button.width).isLessThanOrEqualTo(unit.x + unit.width);
        assertThat(bottom(page, "#facts")).isLessThan(unit.y);
    }

    @Test
    void hasAllThatWasSaidBehindAQuestion() {
        // Given
        Page page = open(1280, 800, "en");
        double few = page.locator("#facts .report-text").boundingBox().height;

        // When
        page.click("#facts-more summary");

        // Then
        assertThat(page.locator("#facts-more dl")).containsText("Derb Sultan");
        assertThat(page.locator("#facts .report-text").boundingBox().height).isGreaterThan(few);
    }

    private static Page open(int width, int height, String language) {
        Page page = chromium.pageOf("dispatcher");
        page.setViewportSize(width, height);
        page.navigate("/incidents?chosen=" + Ids.INCIDENT + "&lang=" + language);
        assertThat(page.locator("#chosen .recommended")).isVisible();
        return page;
    }

    private static double bottom(Page page, String selector) {
        var box = page.locator(selector).boundingBox();
        return box.y + box.height;
    }

    private static String unit(int number) {
        return """
                {"unitId": "01985a00-0000-7000-8000-0000000010%02d", "callSign": "UNIT-%1$d", "kind": "CAR", "crew": 2,
                 "jurisdiction": "MA-CAS", "status": "AVAILABLE", "available": true, "distanceMeters": 1840,
                 "estimatedSeconds": 300, "basis": "ROAD", "positionAgeSeconds": 20, "role": "SEARCH",
                 "reasons": [{"code": "FASTEST", "speaks": "FOR", "text": "first", "seconds": 300},
                             {"code": "FITS_ROLE", "speaks": "FOR", "text": "needed"},
                             {"code": "POSITION_FRESH", "speaks": "FOR", "text": "seen", "seconds": 20}]}
                """.formatted(number);
    }
}
