package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import org.junit.jupiter.api.Test;

/** The phone of a field unit loses its network: nothing is lost, nothing comes twice, and the order is right. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class OfflineTest {

    private static final String PROGRESS = "POST /assignments/" + Ids.ASSIGNMENT + "/progress";

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
        services.answer(PROGRESS, 200, assignment());
        FakeSuite.login().grant("field-unit");
        page = chromium.pageOfAmina();
        page.navigate("/assignment");
        page.evaluate("navigator.serviceWorker.ready");
        page.waitForFunction("navigator.serviceWorker.controller !== null");
        // Once more, so that the worker sees the page and what belongs to it.
        page.reload();
    }

    @AfterEach
    void signOut() {
        page.context().close();
        FakeSuite.login().reset();
    }

    @Test
    void sendsWhatWasDoneInItsOrderWhenTheNetworkIsBack() {
        // Given
        page.context().setOffline(true);
        page.click("#next-ACKNOWLEDGED");
        page.click("#next-EN_ROUTE");
        assertThat(page.locator("[data-waiting] li")).hasCount(2);
        assertThat(page.locator("#next-ON_SCENE")).isVisible();

        // When
        page.context().setOffline(false);

        // Then
        page.waitForCondition(() -> statuses().size() == 2);
        assertThat(statuses()).containsExactly("ACKNOWLEDGED", "EN_ROUTE");
        assertThat(keys()).doesNotHaveDuplicates().doesNotContain("");
        assertThat(page.locator(".kept")).isHidden();
    }

    @Test
    void showsItsPageAndWhatItKeepsWithoutANetwork() {
        // Given
        page.context().setOffline(true);
        page.click("#next-ACKNOWLEDGED");
        assertThat(page.locator("[data-waiting] li")).hasCount(1);

        // When
        page.reload();

        // Then
        assertThat(page.locator(".task h1")).isVisible();
        assertThat(page.locator("[data-waiting] li")).hasCount(1);
        assertThat(page.locator("#next-EN_ROUTE")).isVisible();
        assertThat(page.locator("#next-ACKNOWLEDGED")).isHidden();
    }

    @Test
    void saysWhenItWasDoneIfThatWasAWhileAgo() {
        // Given
        page.clock().install();
        page.context().setOffline(true);
        page.click("#next-ACKNOWLEDGED");
        assertThat(page.locator("[data-waiting] li")).hasCount(1);
        page.clock().fastForward(60_000);

        // When
        page.context().setOffline(false);
        page.evaluate("window.dispatchEvent(new Event('online'))");

        // Then: by the portal's clock, for which no minute has passed
        page.waitForCondition(() -> statuses().size() == 1);
        var at = Instant.parse(services.last(PROGRESS).body().replaceFirst(".*\"at\":\"([^\"]*)\".*", "$1"));
        assertThat(at)
                .isBefore(Instant.now().minusSeconds(50))
                .isAfter(Instant.now().minusSeconds(120));
    }

    @Test
    void sendsWithTheSameKeyWhatItGotNoAnswerTo() {
        // Given: the portal takes it, and the answer is lost
        page.route("**/progress", route -> {
            route.fetch();
            route.abort();
        });
        page.click("#next-ACKNOWLEDGED");
        assertThat(page.locator("[data-waiting] li")).hasCount(1);
        page.waitForCondition(() -> statuses().size() == 1);

        // When
        page.unrouteAll();
        page.evaluate("window.dispatchEvent(new Event('online'))");

        // Then
        page.waitForCondition(() -> statuses().size() == 2);
        assertThat(keys().getFirst()).isEqualTo(keys().getLast());
        assertThat(page.locator(".kept")).isHidden();
    }

    @Test
    void showsWhatIsRefusedUntilItWasSeen() {
        // Given
        services.answer(PROGRESS, 409, """
                {"type": "/problems/illegal-transition", "title": "No", "status": 409, "detail": "It was called back."}
                """);

        // When
        page.click("#next-ACKNOWLEDGED");

        // Then
        assertThat(page.locator("[data-refused] [role=alert]")).isVisible();
        page.click("[data-refused] button");
        assertThat(page.locator(".kept")).isHidden();
    }

    private static String assignment() {
        return """
                {"id": "%s", "incidentId": "%s", "unitId": "%s", "callSign": "UNIT-1", "status": "ACKNOWLEDGED",
                 "active": true, "assignedBy": "omar", "assignedAt": "2026-11-24T21:31:00.000Z"}
                """.formatted(Ids.ASSIGNMENT, Ids.INCIDENT, Ids.INCIDENT);
    }

    private List<String> statuses() {
        return services.all(PROGRESS).stream()
                .map(call -> call.body().replaceFirst(".*\"status\":\"([A-Z_]*)\".*", "$1"))
                .toList();
    }

    private List<String> keys() {
        return services.all(PROGRESS).stream()
                .map(call -> call.header("Idempotency-Key"))
                .toList();
    }
}
