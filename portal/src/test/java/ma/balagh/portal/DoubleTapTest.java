package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

/** A finger that taps twice does one thing: the phone's next button comes to where the one before it was. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class DoubleTapTest {

    private static final String ASSIGNMENT = "/assignments/" + Ids.ASSIGNMENT;
    private static final String PROGRESS = "POST " + ASSIGNMENT + "/progress";
    private static final String ASSISTANCE = "POST " + ASSIGNMENT + "/assistance";
    private static final String PHOTO = "POST /field-media";
    private static final String WAITING = "[data-waiting] li";
    private static final String STEP = """
            {"id": "%s", "incidentId": "%s", "unitId": "%s", "callSign": "UNIT-1", "status": "ACKNOWLEDGED",
             "active": true, "assignedBy": "omar", "assignedAt": "2026-11-24T21:31:00.000Z"}
            """.formatted(Ids.ASSIGNMENT, Ids.INCIDENT, Ids.UNIT);

    private static Chromium chromium;

    private final FakeServices services = FakeSuite.services();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Page page;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void openThePhone() {
        services.reset();
        services.answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));
        services.answer("GET /incidents/" + Ids.INCIDENT, 200, FakeServices.resource("incident-assigned.json"));
        services.answer(PROGRESS, 200, STEP);
        services.answer(ASSISTANCE, 200, STEP);
        page = chromium.pageOf("field-unit");
        page.setViewportSize(390, 844);
        page.navigate("/assignment?lang=en");
    }

    @AfterEach
    void closePhone() {
        chromium.closePages();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "80, false", "500, false", "0, true", "80, true", "500, true"})
    void reportsOneStep(int pause, boolean offline) {
        // Given
        page.context().setOffline(offline);

        // When
        tapTwice(page.locator("#next-ACKNOWLEDGED"), pause);

        // Then
        assertThat(page.locator("#next-EN_ROUTE")).isVisible();
        assertThat(page.locator("#next-EN_ROUTE")).isEnabled();
        assertThat(page.locator(WAITING)).hasCount(offline ? 1 : 0);
        page.context().setOffline(false);
        Chromium.tellOfNetwork(page);
        page.waitForCondition(() -> services.all(PROGRESS).size() == 1);
        assertThat(page.locator(".kept")).isHidden();
        assertThat(services.all(PROGRESS))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("ACKNOWLEDGED"));

        // When: it rested
        page.click("#next-EN_ROUTE");

        // Then
        page.waitForCondition(() -> services.all(PROGRESS).size() == 2);
        assertThat(services.last(PROGRESS).body()).contains("EN_ROUTE");
    }

    @Test
    void showsThatItRestsAndKeepsTheFocus() {
        // When
        Object resting = page.locator("#next-ACKNOWLEDGED").evaluate("""
                button => {
                  button.focus();
                  button.click();
                  return [button.ariaDisabled, button.disabled, document.activeElement === button].join();
                }""");

        // Then
        assertThat(resting).isEqualTo("true,false,true");
        assertThat(page.locator("#next-EN_ROUTE")).isEnabled();
        assertThat(page.locator(".task-form [aria-disabled]")).hasCount(0);
    }

    @Test
    void keepsAStepOnceThatComesAgainByTheKeyboard() {
        // Given
        page.context().setOffline(true);
        page.click("#next-ACKNOWLEDGED");
        assertThat(page.locator("#next-EN_ROUTE")).isEnabled();

        // When: the first button of the form is the one that was pressed, and is hidden
        page.locator("#progress-" + Ids.ASSIGNMENT + " input[name=note]").press("Enter");

        // Then
        assertThat(page.locator("#next-EN_ROUTE")).isEnabled();
        assertThat(page.locator(WAITING)).hasCount(1);
    }

    @Test
    void callsForHelpOnceAndAtOnce() {
        // Given: nobody waits with that after a step
        page.context().setOffline(true);
        page.click("#next-ACKNOWLEDGED");
        page.click("#assistance-question summary");

        // When
        tapTwice(page.locator("#assistance-question button"), 80);

        // Then
        assertThat(page.locator("#next-EN_ROUTE")).isEnabled();
        assertThat(page.locator(WAITING)).hasCount(2);
        assertThat(page.locator(WAITING).last()).containsText("Ask for help");
    }

    @Test
    void tellsOneDutyWhereTheNextComesUnderTheFinger() {
        // Given
        services.answer(
                "GET /incidents/" + Ids.INCIDENT,
                200,
                FakeServices.resource("incident-assigned.json")
                        .replace("\"active\": true", "\"active\": true, \"onSceneAt\": \"2026-11-24T21:40:00.000Z\""));
        page.reload();
        page.context().setOffline(true);
        Locator duties = page.locator(".duty form:visible");
        assertThat(duties).not().hasCount(0);
        int missing = duties.count();

        // When
        tapTwice(duties.first().locator("button"), 250);

        // Then
        assertThat(duties).hasCount(missing - 1);
        assertThat(duties.first().locator("button")).isEnabled();
        assertThat(page.locator(WAITING)).hasCount(1);
    }

    @Test
    void bringsNoNoteUnderTheFinger() {
        // Given
        services.answer(PHOTO, 201, "{}");
        page.clock().install();
        page.reload();
        page.setInputFiles(
                "#photo input[type=file]", new FilePayload("scene.jpg", "image/jpeg", "a picture".getBytes(UTF_8)));
        page.clock().pauseAt(System.currentTimeMillis() + 1_000);

        // When
        tapTwice(page.locator("#photo button"), 80);

        // Then
        page.waitForCondition(() -> services.calls().contains(PHOTO));
        assertThat(page.locator(".kept")).isHidden();
        page.evaluate("fetch('/assignment').then(answer => answer.text())");
        assertThat(page.locator("#done")).hasCount(0);

        // When
        page.clock().runFor(2_000);

        // Then
        assertThat(page.locator("#done")).isVisible();
        assertThat(services.all(PHOTO)).hasSize(1);
    }

    @Test
    void keepsAPhotoOnceHoweverLongThePhoneTakes() {
        // Given: something else writes
        services.answer(PHOTO, 201, "{}");
        page.setInputFiles(
                "#photo input[type=file]", new FilePayload("scene.jpg", "image/jpeg", "a picture".getBytes(UTF_8)));
        page.evaluate("""
                () => new Promise(held => {
                  const request = indexedDB.open('assignment');
                  request.onsuccess = () => {
                    const store = request.result.transaction('acts', 'readwrite').objectStore('acts');
                    const hold = () => { if (!window.isOver) { store.count().onsuccess = hold; } };
                    hold();
                    held();
                  };
                })""");
        page.click("#photo button");
        assertThat(page.locator("#photo button")).isEnabled();

        // When: it rested
        page.click("#photo button");
        page.evaluate("window.isOver = true");

        // Then
        page.waitForCondition(() -> services.calls().contains(PHOTO));
        assertThat(page.locator(".kept")).isHidden();
        assertThat(services.all(PHOTO)).hasSize(1);
    }

    /** As a finger does it: on one point, whatever is there by then. */
    private void tapTwice(Locator button, int pause) {
        button.scrollIntoViewIfNeeded();
        var box = button.boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + Math.min(box.height / 2, 20);
        page.mouse().click(x, y);
        page.waitForTimeout(pause);
        page.mouse().click(x, y);
    }
}
