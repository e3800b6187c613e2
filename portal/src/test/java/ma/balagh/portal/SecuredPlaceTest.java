package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A place that is chosen on the plan of black spots, to be secured in advance. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class SecuredPlaceTest {

    private static final String PAGE = "/black-spots?lang=en&jurisdiction=MA-CAS";
    private static final String LINK = "#secure-place a";

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
    void isTakenOverByTheFormOfAPlan() {
        // Given
        Page page = chromium.pageOf("commander");
        page.navigate(PAGE);
        assertThat(page.locator(LINK)).isHidden();

        // When: in the upper corner at the left, where no cell is
        clickCorner(page);
        assertThat(page.locator(".chosen-place")).isVisible();
        page.locator(LINK).click();

        // Then
        assertThat(page)
                .hasURL(Pattern.compile(
                        "/patrol-plans/new\\?jurisdiction=MA-CAS&latitude=33\\.\\d{5}&longitude=-7\\.\\d{5}$"));
        assertThat(page.locator("input[name=jurisdiction]")).hasValue("MA-CAS");
        assertThat(page.locator("textarea[name=places]")).hasValue(Pattern.compile("^33\\.\\d{5}, -7\\.\\d{5}, 4, .*"));
    }

    @Test
    void liesWhereTheClickWas() {
        // Given
        Page page = chromium.pageOf("commander");
        page.navigate(PAGE);
        double north = edge(page, "data-north");
        double west = edge(page, "data-west");
        double south = edge(page, "data-south");
        double east = edge(page, "data-east");

        // When
        clickCorner(page);

        // Then
        var place = page.locator(LINK + " bdi").textContent().split(", ");
        assertThat(Double.parseDouble(place[0])).isLessThan(north).isCloseTo(north, within((north - south) / 10));
        assertThat(Double.parseDouble(place[1])).isGreaterThan(west).isCloseTo(west, within((east - west) / 10));
    }

    /** Of what the plan draws, which may be narrower than its room. */
    private static void clickCorner(Page page) {
        var plan = page.locator(".spot-plan");
        plan.scrollIntoViewIfNeeded();
        var place = plan.evaluate("""
                plan => {
                  const { left, top } = plan.getBoundingClientRect();
                  const { x, y } = new DOMPoint(12, 12).matrixTransform(plan.getScreenCTM());
                  return (x - left) + ' ' + (y - top);
                }
                """).toString().split(" ");
        plan.click(new Locator.ClickOptions().setPosition(Double.parseDouble(place[0]), Double.parseDouble(place[1])));
    }

    private static double edge(Page page, String name) {
        return Double.parseDouble(page.locator(".spot-plan").getAttribute(name));
    }

    @Test
    void isNotOfferedToAnalysts() {
        // Given
        Page page = chromium.pageOf("analyst");
        page.navigate(PAGE);

        // When
        clickCorner(page);

        // Then
        assertThat(page.locator(".chosen-place")).isHidden();
        assertThat(page.locator("#secure-place")).hasCount(0);
    }
}
