package ma.balagh.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A unit on its way, whose phone loses the network: what it did meanwhile is in the incident's history once, in the order
 * and at the time at which it was done.
 */
@Tag("long")
@ExtendWith(SuiteUnderTest.class)
final class OfflineIT {

    private static final double LATITUDE = 33.6200;
    private static final double LONGITUDE = -7.5300;
    private static final int PATIENCE_MILLIS = 30_000;
    /** Longer than the phone's clock and the services' can be apart. */
    private static final int APART_MILLIS = 3_000;
    /** From this age on the phone says when an act was done. */
    private static final int LATE_MILLIS = 11_000;

    private static final String PROGRESS = "**/progress";
    private static final String WAITING = "[data-waiting] li";

    @AutoClose
    private final PortalBrowser browser = new PortalBrowser();

    @Test
    void tellsOnceAndInOrderWhatWasDoneWithoutANetwork(Running suite) {
        // Given
        var story = suite.story();
        var unitId = story.availableUnit("UNIT-1", LATITUDE, LONGITUDE);
        var incidentId = story.incident(suite.newClip(), 3, Map.of("latitude", LATITUDE, "longitude", LONGITUDE));
        story.assign(incidentId, unitId);
        var phone = phone();

        // When: the portal takes the first act, and its answer is lost with the network
        phone.route(PROGRESS, OfflineIT::loseTheAnswer);
        phone.click("#next-ACKNOWLEDGED");
        assertThat(phone.locator(WAITING)).hasCount(1);
        awaitKinds(phone, suite, incidentId, List.of("ACKNOWLEDGED"));
        phone.context().setOffline(true);
        phone.unrouteAll();
        var cut = Instant.now();
        phone.click("#next-EN_ROUTE");
        assertThat(phone.locator(WAITING)).hasCount(2);
        phone.waitForTimeout(APART_MILLIS);
        phone.reload();
        phone.fill(".task-form[id^=progress] input[name=note]", "Nous y sommes");
        phone.click("#next-ON_SCENE");
        assertThat(phone.locator(WAITING)).hasCount(3);
        phone.waitForTimeout(LATE_MILLIS);
        var back = Instant.now();
        phone.context().setOffline(false);

        // Then
        awaitKinds(phone, suite, incidentId, List.of("ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE"));
        assertThat(phone.locator(".kept")).isHidden();
        assertThat(phone.locator(".progress li[aria-current]:nth-child(4)")).isVisible();
        var steps = steps(suite, incidentId);
        assertThat(at(steps.get(1))).isBetween(cut.minusMillis(APART_MILLIS), cut.plusMillis(APART_MILLIS));
        assertThat(at(steps.get(2))).isAfter(at(steps.get(1))).isBefore(back);
        assertThat(steps.get(2).path("note").asText()).isEqualTo("Nous y sommes");

        // When: it comes back to what it sent, as a phone does that was switched off and on
        phone.reload();
        phone.click("#clear-question summary");
        phone.click("#clear-question button");
        assertThat(phone.locator("#idle")).isVisible();

        // Then
        awaitKinds(phone, suite, incidentId, List.of("ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE", "CLEARED"));
    }

    private static void loseTheAnswer(Route route) {
        route.fetch();
        route.abort();
    }

    /** Signed in, with the page and all that belongs to it kept for later. */
    private Page phone() {
        var page = browser.signIn("unit1", "/assignment?lang=ar");
        assertThat(page.locator("#next-ACKNOWLEDGED")).isVisible();
        page.evaluate("navigator.serviceWorker.ready");
        page.waitForFunction("navigator.serviceWorker.controller !== null");
        page.reload();
        return page;
    }

    /** By the browser's own waiting, or it would not send anything meanwhile. */
    private static void awaitKinds(Page phone, Running suite, String incidentId, List<String> expected) {
        phone.waitForCondition(
                () -> kinds(suite, incidentId).contains(expected.getLast()),
                new Page.WaitForConditionOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(kinds(suite, incidentId)).isEqualTo(expected);
    }

    private static List<String> kinds(Running suite, String incidentId) {
        return steps(suite, incidentId).stream()
                .map(step -> step.path("kind").asText())
                .toList();
    }

    /** What the unit told, as the incident's history has it. */
    private static List<JsonNode> steps(Running suite, String incidentId) {
        var timeline = suite.client()
                .get("dispatcher", DISPATCH, "/incidents/" + incidentId)
                .expect(200)
                .path("timeline");
        return StreamSupport.stream(timeline.spliterator(), false)
                .filter(entry -> entry.path("by").asText().equals("unit1"))
                .toList();
    }

    private static Instant at(JsonNode step) {
        return Instant.parse(step.path("at").asText());
    }
}
