package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The map of black spots and of a patrol plan. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class PlanMapTest {

    private static final String SPOTS = "/black-spots?lang=en&jurisdiction=MA-CAS";
    private static final String CELLS = ".leaflet-spots-pane path";

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
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void showsWhatTheListHasAndLeadsThere() {
        // Given
        Page page = opened("analyst", SPOTS);
        assertThat(page.locator(".map-spot")).hasText(new String[] {"1", "2"});
        assertThat(page.locator(".spot-plan")).isHidden();

        // When
        page.locator(CELLS).nth(1).click();

        // Then
        assertThat(page).hasURL(Pattern.compile("#spot-2$"));
        assertThat(page.locator("#spot-2:target")).isVisible();
    }

    @Test
    void followsTheSlider() {
        // Given
        Page page = opened("commander", SPOTS);
        services.answer(
                "GET /black-spots",
                200,
                FakeServices.resource("black-spots.json")
                        .replaceFirst("(?s)\"items\": \\[.*?\\],\\s*\"method\"", "\"items\": [], \"method\""));

        // When: by the keyboard, once an hour means something
        assertThat(page.locator("input[name=hour]")).isHidden();
        page.selectOption("select[name=days]", "WORKING_DAY");
        page.focus("input[name=hour]");
        page.keyboard().press("Home");
        assertThat(page.locator(".spot-slider output")).hasText("00:00");

        // Then
        assertThat(page.locator("#spot-window")).containsText("Working days · 22:00 to 03:00");
        assertThat(page.locator(".map-spot:not(.map-stop)")).hasCount(0);
        assertThat(services.last("GET /black-spots").query()).contains("hour=0");
        assertThat(page.locator("canvas.map-places")).isAttached();
    }

    @Test
    void handsAChosenPlaceToTheFormOfAPlan() {
        // Given
        Page page = opened("commander", SPOTS);

        // When: on a cell, too
        page.click(".map-secure");
        page.locator(CELLS).first().click();

        // Then
        assertThat(page)
                .hasURL(Pattern.compile(
                        "/patrol-plans/new\\?jurisdiction=MA-CAS&latitude=33\\.\\d{5}&longitude=-7\\.\\d{5}$"));
        assertThat(page.locator("input[name=jurisdiction]")).hasValue("MA-CAS");
        assertThat(page.locator("input[name=latitude]").first()).hasValue(Pattern.compile("^33\\.\\d{5}$"));
        assertThat(page.locator("input[name=longitude]").first()).hasValue(Pattern.compile("^-7\\.\\d{5}$"));
        assertThat(page.locator("input[name=visits]").first()).hasValue("4");
    }

    @Test
    void takesTheChoiceBack() {
        // Given
        Page page = opened("commander", SPOTS);
        page.click(".map-secure");
        assertThat(page.locator(".map-secure")).hasAttribute("aria-pressed", "true");

        // When
        page.focus("#map-view");
        page.keyboard().press("Escape");
        page.locator("#map-view").click(new Locator.ClickOptions().setPosition(20, 200));

        // Then
        assertThat(page.locator(".map-secure")).hasAttribute("aria-pressed", "false");
        assertThat(page).hasURL(Pattern.compile("/black-spots"));
    }

    @Test
    void choosesNoPlaceForAnalysts() {
        assertThat(opened("analyst", SPOTS).locator(".map-secure")).hasCount(0);
    }

    @Test
    void showsThePlacesOfAPatrolPlan() {
        // Given
        Page page = opened("commander", "/patrol-plans/" + Ids.PATROL_PLAN + "?lang=en");
        int places = page.locator(".spots tbody tr").count();

        // When
        page.locator(CELLS).first().click();

        // Then
        assertThat(page.locator(CELLS)).hasCount(places);
        assertThat(page).hasURL(Pattern.compile("#place-\\d+$"));
    }

    @Test
    void keepsPlacesAndNamesClearOfTheButtonsOnAPhone() {
        // Given: a place in the corner of the buttons
        services.answer(
                "GET /patrol-plans/" + Ids.PATROL_PLAN,
                200,
                FakeServices.resource("patrol-plan.json").replace("\"longitude\": -7.6187", "\"longitude\": -7.5901"));
        Page page = chromium.pageOf("commander");
        page.setViewportSize(390, 844);
        page.addInitScript("""
                const write = CanvasRenderingContext2D.prototype.fillText;
                CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
                  const half = this.measureText(text).width / 2;
                  (window.written ??= []).push({ text, left: x - half, right: x + half });
                  write.call(this, text, x, y);
                };
                """);

        // When
        page.navigate("/patrol-plans/" + Ids.PATROL_PLAN + "?lang=ar");
        assertThat(page.locator("canvas.map-places")).isAttached();

        // Then
        assertThat(page.locator(".map-spot")).hasCount(2);
        assertThat((List<?>) page.evaluate("""
                () => {
                  const box = (element) => element.getBoundingClientRect();
                  const bar = box(document.querySelector('.map-controls'));
                  return [...document.querySelectorAll('.map-spot')]
                      .filter((spot) => box(spot).right > bar.left && box(spot).top < bar.bottom)
                      .map((spot) => spot.textContent);
                }
                """)).isEmpty();
        assertThat((List<?>) page.evaluate("""
                () => {
                  const width = document.querySelector('#map-view').clientWidth;
                  return written.filter(({ left, right }) => left < -1 || right > width + 1);
                }
                """)).isEmpty();
        assertThat(page.evaluate("() => written.length > 0")).isEqualTo(true);
    }

    private static Page opened(String role, String address) {
        Page page = chromium.pageOf(role);
        page.navigate(address);
        assertThat(page.locator("canvas.map-places")).isAttached();
        return page;
    }
}
