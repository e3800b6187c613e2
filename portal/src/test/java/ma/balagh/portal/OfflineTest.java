package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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

    private static final String ASSISTANCE = "POST /assignments/" + Ids.ASSIGNMENT + "/assistance";

    private static final String DOCTOR = "/incidents/" + Ids.INCIDENT + "/rights/1/DOCTOR_OFFERED";
    private static final String STILL = "/dossiers/" + Ids.DOSSIER + "/still";
    private static final String SHOWN = "() => document.querySelector('.media img')?.naturalWidth > 0";
    private static final String ICONS = "fetch('/static/icons.svg', { cache: 'no-store' }).then(icons => icons.text())";
    /** Waits for what is under way. */
    private static final String IDLE =
            "navigator.locks.request('steps', () => navigator.locks.request('photos', () => undefined))";

    private static final String KEPT = """
            async () => Boolean(await caches.match('/assignment')) || await caches.has('assignment-stills')""";
    /** The smallest there is. */
    private static final byte[] PICTURE =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

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
    void showsNoDelayOfWhatItKeeps() {
        // Given
        services.answer(
                "GET /incidents/" + Ids.INCIDENT,
                200,
                FakeServices.resource("incident-assigned.json").replaceFirst("\\{", """
                        {"clocks": [{"stage": "ASSIGNED_TO_ACKNOWLEDGED", "startedAt": "2026-11-24T21:32:00.000Z",
                         "targetAt": "2026-11-24T21:33:00.000Z", "overdue": true, "escalated": []}],
                        """));
        page.reload();
        assertThat(page.locator(".stage-clock.overdue")).isVisible();
        page.context().setOffline(true);

        // When
        page.click("#next-ACKNOWLEDGED");

        // Then
        assertThat(page.locator(".progress .waits:visible")).hasCount(1);
        assertThat(page.locator(".progress [data-state=ACKNOWLEDGED] .waits")).isVisible();
        assertThat(page.locator(".stage-clock")).isHidden();

        // When
        page.context().setOffline(false);

        // Then
        assertThat(page.locator(".waits:visible")).hasCount(0);
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
        Chromium.tellOfNetwork(page);

        // Then: by the portal's clock, for which no minute has passed
        page.waitForCondition(() -> statuses().size() == 1);
        var at = Instant.parse(services.last(PROGRESS).body().replaceFirst(".*\"at\":\"([^\"]*)\".*", "$1"));
        assertThat(at)
                .isBefore(Instant.now().minusSeconds(50))
                .isAfter(Instant.now().minusSeconds(120));
    }

    @Test
    void saysWhenACrewAskedForHelpWithoutANetwork() {
        // Given
        services.answer(ASSISTANCE, 200, assignment());
        page.clock().install();
        page.context().setOffline(true);
        page.click("#assistance-question summary");
        page.click("#assistance-question button");
        assertThat(page.locator("[data-waiting] li")).hasCount(1);
        page.clock().fastForward(60_000);

        // When
        page.context().setOffline(false);
        Chromium.tellOfNetwork(page);

        // Then
        page.waitForCondition(() -> services.calls().contains(ASSISTANCE));
        assertThat(services.last(ASSISTANCE).body()).contains("\"at\":\"");
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
        Chromium.tellOfNetwork(page);

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

    @Test
    void queuesOneTryWhileANetworkHangs() {
        // Given
        page.clock().install();
        page.reload();
        var sent = new ArrayList<Route>();
        page.route("**/progress", sent::add);
        page.click("#next-ACKNOWLEDGED");
        page.waitForCondition(() -> sent.size() == 1);

        // When
        page.clock().runFor(15_000);

        // Then
        assertThat(page.evaluate("navigator.locks.query().then(({ pending }) => pending"
                        + ".filter(({ name }) => name === 'steps').length)"))
                .isEqualTo(1);
        sent.getFirst().abort();
    }

    @Test
    void triesLessOftenWhileThePortalHasTooMuchToDo() {
        // Given
        page.clock().install();
        page.reload();
        var tries = new AtomicInteger();
        page.route("**/progress", route -> {
            tries.incrementAndGet();
            route.fulfill(new Route.FulfillOptions().setStatus(503));
        });
        page.click("#next-ACKNOWLEDGED");
        page.waitForCondition(() -> tries.get() == 1);

        // When: a minute passes, in twelve steps
        for (int i = 0; i < 12; i++) {
            page.evaluate(IDLE);
            page.clock().runFor(5_000);
        }

        // Then
        page.evaluate(IDLE);
        assertThat(tries.get()).isBetween(2, 6);

        // And when: whoever has a network again does not wait
        page.unrouteAll();
        Chromium.tellOfNetwork(page);

        // Then
        assertThat(page.locator(".kept")).isHidden();
    }

    @Test
    void leavesWhatThePortalHasSinceItsAnswerWasLost() {
        // Given: the first answer is lost, and a later one says that its key was used
        page.clock().install();
        page.route("**/progress", route -> {
            route.fetch();
            route.abort();
        });
        page.click("#next-ACKNOWLEDGED");
        page.waitForCondition(() -> statuses().size() == 1);
        services.answer(PROGRESS, 422, "{\"type\": \"/problems/idempotency-key-reused\", \"status\": 422}");

        // When
        page.unrouteAll();
        page.clock().fastForward(60_000);
        Chromium.tellOfNetwork(page);

        // Then
        page.waitForCondition(() -> statuses().size() == 2);
        assertThat(page.locator(".kept")).isHidden();
    }

    @Test
    void leavesWhatThePortalHasSinceTwoOfItsAnswersWereLost() {
        // Given: the first without a moment, the second with one
        services.answer(ASSISTANCE, 200, assignment());
        page.clock().install();
        page.route("**/assistance", route -> {
            route.fetch();
            route.abort();
        });
        page.click("#assistance-question summary");
        page.click("#assistance-question button");
        page.waitForCondition(() -> services.all(ASSISTANCE).size() == 1);
        services.answer(ASSISTANCE, 422, "{\"type\": \"/problems/idempotency-key-reused\", \"status\": 422}");
        page.clock().fastForward(60_000);
        Chromium.tellOfNetwork(page);
        page.waitForCondition(() -> services.all(ASSISTANCE).size() == 2);
        assertThat(services.last(ASSISTANCE).body()).contains("\"at\":\"");

        // When
        page.unrouteAll();
        Chromium.tellOfNetwork(page);

        // Then
        page.waitForCondition(() -> services.all(ASSISTANCE).size() == 3);
        assertThat(page.locator("[data-waiting] li")).hasCount(0);
        assertThat(page.locator("[data-refused] li")).hasCount(0);
    }

    @Test
    void tellsOfRightsThatWereReadWithoutANetworkWhenThatWas() {
        // Given
        services.answer("PUT " + DOCTOR, 200, "{\"persons\": [], \"missing\": 0}");
        services.answer(
                "GET /incidents/" + Ids.INCIDENT,
                200,
                FakeServices.resource("incident-assigned.json")
                        .replace("\"active\": true", "\"active\": true, \"onSceneAt\": \"2026-11-24T21:40:00.000Z\""));
        page.reload();
        page.context().setOffline(true);

        // When
        page.click("#duty-1-DOCTOR_OFFERED button");

        // Then: it waits, and cannot be told twice
        assertThat(page.locator("[data-waiting] li")).hasCount(1);
        assertThat(page.locator("#duty-1-DOCTOR_OFFERED")).isHidden();

        // When: the answer is lost once
        page.route("**/rights/**", route -> {
            route.fetch();
            route.abort();
        });
        page.context().setOffline(false);
        page.waitForCondition(() -> services.all("PUT " + DOCTOR).size() == 1);
        page.unrouteAll();
        Chromium.tellOfNetwork(page);

        // Then: told again, it is the same
        page.waitForCondition(() -> services.all("PUT " + DOCTOR).size() == 2);
        assertThat(services.all("PUT " + DOCTOR).stream()
                        .map(FakeServices.Call::body)
                        .distinct())
                .singleElement()
                .asString()
                .matches("\\{\"done\":true,\"at\":\"[^\"]+\"}");
        assertThat(page.locator(".kept")).isHidden();
    }

    @Test
    void showsTheOpenedStillWithoutANetworkUntilTheUnitLeaves() {
        // Given
        services.answer("GET " + STILL, 200, """
            {"dossierId": "%s", "evidenceId": "%s", "at": 12.48, "state": "READY", "faces": 2}
            """.formatted(Ids.DOSSIER, Ids.EVIDENCE));
        services.answer("GET " + STILL + "/content", 200, "image/gif", PICTURE, Map.of());
        page.click("#still-show");
        page.waitForFunction(SHOWN);

        // When
        page.context().setOffline(true);
        page.reload();
        page.click("#still-show");

        // Then
        page.waitForFunction(SHOWN);

        // When
        page.context().setOffline(false);
        services.answer("GET /incidents", 200, "{\"items\": [], \"next\": null}");
        page.reload();

        // Then
        assertThat(page.locator("#idle")).isVisible();
        page.waitForCondition(() -> page.evaluate(
                        "caches.open('assignment-stills').then(stills => stills.keys()).then(all => all.length)")
                .equals(0));
    }

    @Test
    void showsTheIconsOfThePortalAsItIsNow() {
        // Given: those of an earlier release
        page.evaluate("caches.open('assignment').then(kept => kept.put('/static/icons.svg', new Response('earlier')))");

        // When
        Object icons = page.evaluate(ICONS);

        // Then
        assertThat((String) icons).startsWith("<svg");
        page.context().setOffline(true);
        assertThat(page.evaluate(ICONS)).isEqualTo(icons);
    }

    @Test
    void leavesNothingOfTheAssignmentToTheNextCrewButWhatIsNotSent() {
        // Given
        page.route("**/progress", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        services.answer("GET " + STILL, 200, """
            {"dossierId": "%s", "evidenceId": "%s", "at": 12.48, "state": "READY", "faces": 2}
            """.formatted(Ids.DOSSIER, Ids.EVIDENCE));
        services.answer("GET " + STILL + "/content", 200, "image/gif", PICTURE, Map.of());
        page.click("#next-ACKNOWLEDGED");
        assertThat(page.locator("[data-waiting] li")).hasCount(1);
        page.click("#still-show");
        page.waitForFunction(SHOWN);
        assertThat(page.evaluate(KEPT)).isEqualTo(true);

        // When: on another page, which stays where it is
        page.navigate("/incidents/" + Ids.INCIDENT + "/still");
        page.route("**/logout", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        page.click(".logout button");

        // Then
        page.waitForCondition(() -> page.evaluate(KEPT).equals(false));
        page.navigate("/assignment");
        assertThat(page.locator("[data-waiting] li")).hasCount(1);
    }

    @Test
    void copiesThePlaceForAnyApplication() {
        // Given
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));

        // When
        page.click(".task [data-copy]");

        // Then
        assertThat(page.locator(".task .way [role=status]")).isVisible();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("33.5731, -7.5898");
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
