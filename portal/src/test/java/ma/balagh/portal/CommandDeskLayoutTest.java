package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether everything on the commander's desk can be read, however wide the window is. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class CommandDeskLayoutTest {

    private static final int HEIGHT = 900;

    /** Tables that stick out of their cards, and cells whose contents lie on each other. */
    private static final String FAULTS = """
            () => [...document.querySelectorAll('.command table')].flatMap((table) => {
              const inside = (box, card) => box.left >= card.left - 1 && box.right <= card.right + 1;
              const card = table.closest('.panel').getBoundingClientRect();
              const faults = inside(table.getBoundingClientRect(), card) ? [] : ['a table sticks out'];
              const cells = [...table.querySelectorAll('th, td')].map((cell) => {
                const contents = document.createRange();
                contents.selectNodeContents(cell);
                return { text: cell.textContent.trim().slice(0, 40), box: contents.getBoundingClientRect() };
              }).filter(({ box }) => box.width > 1 && box.height > 1);
              cells.forEach((one, index) => {
                if (!inside(one.box, card)) faults.push(`${one.text} sticks out`);
                cells.slice(index + 1).forEach((other) => {
                  const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
                  const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
                  if (wide > 1 && high > 1) faults.push(`${one.text} lies on ${other.text}`);
                });
              });
              return faults;
            })
            """;

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

    @ParameterizedTest
    @CsvSource({
        "fr,360", "fr,768", "fr,1024", "fr,1280", "fr,1440", "ar,360", "ar,1024", "ar,1280", "en,360", "en,1024",
        "en,1280"
    })
    void keepsWordsAndNumbersApartAndInTheirCards(String language, int width) {
        // Given
        for (String call : List.of("GET /patrol-plans", "GET /patrol-plans/" + Ids.PATROL_PLAN)) {
            services.answer(call, 200, approved(call.endsWith("s") ? "patrol-plans.json" : "patrol-plan.json"));
        }
        Page page = chromium.pageOf("commander");
        page.setViewportSize(width, HEIGHT);

        // When
        page.navigate("/command-desk?lang=" + language);
        assertThat(page.locator("#waits-PROPOSAL")).isVisible();
        page.evaluate("() => document.fonts.ready");
        page.locator("#weeks").evaluate("details => { details.open = true; }");

        // Then
        assertThat((List<?>) page.evaluate(FAULTS)).isEmpty();
        assertThat((List<?>) page.evaluate("""
                () => [...document.querySelectorAll('time')]
                    .filter((time) => new Set([...time.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
                    .map((time) => time.textContent)
                """)).isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({"ar,390", "fr,390", "en,360"})
    void writesBelowTheColumnsOfTheChartInLettersThatCanBeRead(String language, int width) {
        // When
        Page page = chromium.pageOf("commander");
        page.setViewportSize(width, HEIGHT);
        page.navigate("/command-desk?lang=" + language);
        assertThat(page.locator(".answer-chart")).isVisible();

        // Then
        assertThat((List<?>) page.evaluate("""
                () => {
                  const chart = document.querySelector('.answer-chart');
                  const scale = chart.getScreenCTM().a;
                  const texts = [...chart.querySelectorAll('text')];
                  const small = texts.filter((text) => parseFloat(getComputedStyle(text).fontSize) * scale < 10);
                  const boxes = texts.filter((text) => !text.matches('.chart-number')).map((text) => text.getBBox());
                  boxes.sort((one, other) => one.x - other.x);
                  const touching = boxes.filter((box, at) => at > 0 && boxes[at - 1].x + boxes[at - 1].width > box.x);
                  return [...small.map((text) => `${text.textContent} is small`), ...touching.map(() => 'days touch')];
                }
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/clocks,fr", "/clocks,ar", "/exchange,fr", "/exchange,ar", "/exchange,en", "/dossiers,fr"})
    void cutsOffNoHintInAFieldOnAPhone(String path, String language) {
        // When
        Page page = chromium.pageOf("commander");
        page.setViewportSize(390, HEIGHT);
        page.navigate(path + "?lang=" + language);
        assertThat(page.locator("input[placeholder]").first()).isVisible();
        page.evaluate("() => document.fonts.ready");

        // Then
        assertThat((List<?>) page.evaluate("""
                () => [...document.querySelectorAll('input[placeholder]')].filter((field) => {
                  const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(field);
                  const context = document.createElement('canvas').getContext('2d');
                  context.font = font;
                  const room = field.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
                  return context.measureText(field.placeholder).width > room;
                }).map((field) => field.placeholder)
                """)).isEmpty();
    }

    private static String approved(String resource) {
        Instant from = Instant.now().minus(Duration.ofHours(1));
        return FakeServices.resource(resource)
                .replace("2026-11-26T18:00:00.000Z", from.toString())
                .replace(
                        "2026-11-27T02:00:00.000Z",
                        from.plus(Duration.ofHours(8)).toString())
                .replace("PROPOSED\",\n", "APPROVED\",\n");
    }
}
