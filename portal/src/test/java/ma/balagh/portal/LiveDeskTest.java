package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
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

/** The desk follows dispatch's stream of changes, and polls while it cannot. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class LiveDeskTest {

    private static final String EVENTS = "GET /incidents/events";
    private static final String CHANGE = """
            {"incidents": ["%s"], "assignments": [], "units": [], "closures": []}""".formatted(Ids.INCIDENT);

    private static final String UNIT_CHANGE = """
            {"incidents": [], "assignments": [], "units": ["%s"], "closures": []}""".formatted(Ids.UNIT);

    private static Chromium chromium;

    private final FakeServices services = FakeSuite.services();

    @SuppressWarnings("NullAway.Init") // opened before each test
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
    void openDesk() {
        services.reset();
        page = chromium.pageOf("dispatcher");
    }

    /** Or it would go on following. */
    @AfterEach
    void closeDesk() {
        page.context().close();
    }

    @Test
    void showsAtOnceWhatAnotherDispatcherDid() {
        // Given
        FakeEventStream stream = services.stream(EVENTS);
        open();
        assertThat(page.locator(".when-streaming")).isVisible();
        page.focus(".row-link");
        services.answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));

        // When
        stream.tell("1:2:", "change", CHANGE);

        // Then
        assertThat(page.locator("#row-" + Ids.INCIDENT + " .call-sign")).isVisible();
        assertThat(page.locator(".row-link").first()).isFocused();
    }

    @Test
    void fetchesOnceWhatChangesTogether() {
        // Given
        FakeEventStream stream = services.stream(EVENTS);
        open();
        await().until(() -> stream.followers() == 1);
        assertThat(page.locator(".htmx-request")).hasCount(0);
        long before = lists();
        services.answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));

        // When
        for (int i = 2; i < 12; i++) {
            stream.tell("1:" + i + ":", "change", CHANGE);
        }

        // Then
        assertThat(page.locator("#row-" + Ids.INCIDENT + " .call-sign")).isVisible();
        assertThat(lists() - before).isLessThanOrEqualTo(3);
    }

    @Test
    void staysWithWhatWasChosenDuringARefresh() {
        // Given
        FakeEventStream stream = services.stream(EVENTS);
        page.setViewportSize(1440, 900);
        open();
        assertThat(page.locator(".when-streaming")).isVisible();
        var underWay = new AtomicBoolean();
        page.route(Pattern.compile("/incidents\\?"), _ -> underWay.set(true), new Page.RouteOptions().setTimes(1));
        stream.tell("1:2:", "change", CHANGE);
        page.waitForCondition(underWay::get);

        // When
        page.click("#row-" + Ids.INCIDENT + " .row-link");
        stream.tell("1:3:", "change", CHANGE);

        // Then
        assertThat(page.locator("#chosen .recommended")).isVisible();
    }

    @Test
    void takesNothingThatComesTooLate() {
        // Given: a refresh that was asked for before, and is held up
        FakeEventStream stream = services.stream(EVENTS);
        page.setViewportSize(1440, 900);
        open();
        assertThat(page.locator(".when-streaming")).isVisible();
        var held = new AtomicReference<Route>();
        page.route(Pattern.compile("/incidents\\?"), held::set, new Page.RouteOptions().setTimes(1));
        stream.tell("1:2:", "change", CHANGE);
        page.waitForCondition(() -> held.get() != null);
        // What is given up goes on here, as where the browser no longer knows of it.
        page.evaluate("XMLHttpRequest.prototype.abort = () => {}");

        // When
        page.click("#row-" + Ids.INCIDENT + " .row-link");
        held.get().resume();

        // Then
        assertThat(page.locator("#chosen .recommended")).isVisible();
        assertThat(page.locator(".htmx-request")).hasCount(0);
        assertThat(page.locator("#chosen .recommended")).isVisible();
        assertThat(page.locator(".row.chosen")).hasCount(1);
    }

    @Test
    void keepsTheUnitsWhileAnotherIncidentIsChosen() {
        // Given
        page.setViewportSize(1440, 900);
        open();
        assertThat(page.locator("#units li[id]")).not().hasCount(0);
        int units = page.locator("#units li[id]").count();
        page.locator("#units li[id]").first().evaluate("unit => { unit.title = 'the same one'; }");
        assertThat(page.locator(".htmx-request")).hasCount(0);
        long before = calls("GET /units");

        // When
        page.click("#row-" + Ids.INCIDENT + " .row-link");

        // Then
        assertThat(page.locator("#chosen .recommended")).isVisible();
        assertThat(page.locator(".row.chosen [aria-current]")).hasCount(1);
        assertThat(page.locator("#units li[id]")).hasCount(units);
        assertThat(page.locator("#units li[id]").first()).hasAttribute("title", "the same one");
        assertThat(calls("GET /units")).as("all units take the most time").isEqualTo(before);
    }

    @Test
    void readsUnitsAgainWhenOneChanges() {
        // Given
        FakeEventStream stream = services.stream(EVENTS);
        page.setViewportSize(1440, 900);
        open();
        assertThat(page.locator(".when-streaming")).isVisible();
        page.locator("#units li[id]").first().evaluate("unit => { unit.title = 'the same one'; }");
        long before = calls("GET /units");
        services.answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));

        // When: an incident alone
        stream.tell("1:2:", "change", CHANGE);

        // Then
        assertThat(page.locator("#row-" + Ids.INCIDENT + " .call-sign")).isVisible();
        assertThat(page.locator("#units li[id]").first()).hasAttribute("title", "the same one");
        assertThat(calls("GET /units")).isEqualTo(before);

        // When
        services.answer("GET /units", 200, "{\"items\": []}");
        stream.tell("1:3:", "change", UNIT_CHANGE);

        // Then
        assertThat(page.locator("#units li[id]")).hasCount(0);
        assertThat(page.locator("#map-view .map-controls")).isVisible();
    }

    @Test
    void holdsNobodyUpWhoGoesFromIncidentToIncident() {
        // Given
        FakeEventStream stream = services.stream(EVENTS);
        page.setViewportSize(1440, 900);
        page.clock().install();
        open();
        await().until(() -> closures() > 0 && stream.followers() == 1);
        assertThat(page.locator(".htmx-request")).hasCount(0);
        page.clock().pauseAt(System.currentTimeMillis() + 1_000);
        page.click("#row-" + Ids.INCIDENT + " .row-link");
        assertThat(page.locator("#chosen .recommended")).isVisible();
        long lists = lists();
        long closures = closures();

        // When
        stream.tell("1:2:", "change", """
                {"incidents": ["%s"], "assignments": [], "units": [], "closures": ["%1$s"]}""".formatted(Ids.INCIDENT));
        await().until(() -> closures() > closures);
        page.clock().runFor(200);

        // Then
        assertThat(page.locator(".htmx-request")).hasCount(0);
        assertThat(lists()).isEqualTo(lists);

        // When
        page.clock().runFor(1_000);

        // Then
        await().until(() -> lists() > lists);
    }

    @Test
    void showsAtOnceWhatWasClosed() {
        // Given
        FakeEventStream stream = services.stream(EVENTS);
        page.setViewportSize(1440, 900);
        open();
        await().until(() -> closures() > 0 && stream.followers() == 1);
        long before = closures();

        // When
        stream.tell("1:2:", "change", CHANGE);
        stream.tell("1:3:", "change", """
                {"incidents": [], "assignments": [], "units": [], "closures": ["%s"]}""".formatted(Ids.INCIDENT));

        // Then
        await().until(() -> closures() > before);
        assertThat(closures()).isEqualTo(before + 1);
    }

    @Test
    void saysThatItPollsAndComesBackWhereItWas() {
        // Given
        FakeEventStream stream = services.stream(EVENTS);
        open();
        assertThat(page.locator(".when-streaming")).isVisible();
        stream.tell("741:750:741", "change", CHANGE);
        assertThat(services.last(EVENTS).header("Last-Event-ID")).isEqualTo("740:740:");
        assertThat(page.locator(".htmx-request")).hasCount(0);

        // When
        stream.end();

        // Then
        await().until(() -> services.calls().stream().filter(EVENTS::equals).count() == 2);
        assertThat(services.last(EVENTS).header("Last-Event-ID")).isEqualTo("741:750:741");
        assertThat(page.locator(".when-streaming")).isVisible();
    }

    @Test
    void followsOnAtOnceWhereAStreamEndsAfterItsTime() {
        // Given
        FakeEventStream stream = services.stream(EVENTS);
        page.clock().install();
        open();
        assertThat(page.locator(".when-streaming")).isVisible();
        await().until(() -> stream.followers() == 1);
        services.answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));
        stream.tell("741:750:741", "change", CHANGE);
        assertThat(page.locator("#row-" + Ids.INCIDENT + " .call-sign")).isVisible();
        page.clock().runFor(15_000);
        page.evaluate("""
                () => {
                  const { classList } = document.documentElement;
                  window.polled = false;
                  new MutationObserver(() => { window.polled ||= classList.contains('is-polling'); })
                    .observe(document.documentElement, { attributes: true });
                }""");
        long before = lists();

        // When
        stream.end();

        // Then
        await().until(() -> services.calls().stream().filter(EVENTS::equals).count() == 2);
        assertThat(services.last(EVENTS).header("Last-Event-ID")).isEqualTo("741:750:741");
        await().until(() -> stream.followers() == 1);
        assertThat(page.locator(".when-streaming")).isVisible();
        assertThat(page.evaluate("window.polled")).isEqualTo(false);
        assertThat(lists()).isEqualTo(before);
    }

    @Test
    void showsWhatChangedBetweenThePageAndTheStream() {
        // Given
        FakeEventStream stream = services.stream(EVENTS);
        page.route(
                Pattern.compile("/incidents/events"),
                follow -> {
                    services.answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));
                    stream.changeAfter("740:740:", "740:742:740", CHANGE);
                    follow.resume();
                },
                new Page.RouteOptions().setTimes(1));

        // When
        open();

        // Then
        assertThat(page.locator("#row-" + Ids.INCIDENT + " .call-sign")).isVisible();
        List<String> calls = services.calls();
        assertThat(calls.indexOf("GET /incidents/events/position"))
                .as("read before all that could change")
                .isBetween(0, calls.indexOf("GET /incidents"))
                .isLessThan(calls.indexOf("GET /units"));
        assertThat(lists()).as("of the page, and of the change").isEqualTo(2);
    }

    @Test
    void isNotFetchedAgainBeforeSomethingChanges() {
        // Given
        services.stream(EVENTS);
        page.clock().install();

        // When
        open();
        assertThat(page.locator(".when-streaming")).isVisible();
        page.clock().runFor(10_000);

        // Then
        assertThat(lists()).isEqualTo(1);
        assertThat(page.locator(".htmx-request")).hasCount(0);
    }

    @Test
    void isFetchedAgainWhereItIsUnknownFromWhereToFollow() {
        // Given
        services.stream(EVENTS);
        services.answer("GET /incidents/events/position", 404, "{\"type\": \"/problems/not-found\", \"status\": 404}");

        // When
        open();

        // Then
        await().until(() -> lists() == 2);
        assertThat(services.last(EVENTS).header("Last-Event-ID")).isEmpty();
    }

    @Test
    void refusesToFollowFromWhatIsNoPosition() {
        assertThat(Browser.of("karim", "dispatcher")
                        .get("/incidents/events?from=1%0D%0AX-Purpose:%20x")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void pollsWhereThereIsNoStream() {
        // When
        open();

        // Then
        assertThat(page.locator(".when-polling")).isVisible();
        assertThat(page.locator(".when-streaming")).isHidden();

        // When
        services.answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));

        // Then
        assertThat(page.locator("#row-" + Ids.INCIDENT + " .call-sign"))
                .isVisible(
                        new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions().setTimeout(8000));
    }

    @Test
    void passesTheStreamOnInTheNameOfTheViewer() {
        // Given
        FakeEventStream stream = services.stream(EVENTS);
        open();

        // Then
        await().until(() -> stream.followers() == 1);
        assertThat(services.last(EVENTS).header("Authorization")).startsWith("Bearer ");
    }

    @Test
    void passesOnWhyThereIsNoStream() {
        services.answer(EVENTS, 503, "{\"type\": \"/problems/unavailable\", \"status\": 503}");
        assertThat(Browser.of("karim", "dispatcher").get("/incidents/events").statusCode())
                .isEqualTo(503);
        assertThat(Browser.of("samira", "analyst").get("/incidents/events").statusCode())
                .isEqualTo(403);
    }

    private long closures() {
        return services.calls().stream().filter("GET /road-closures"::equals).count();
    }

    private long lists() {
        return calls("GET /incidents");
    }

    private long calls(String call) {
        return services.calls().stream().filter(call::equals).count();
    }

    private void open() {
        page.navigate("/incidents?lang=en");
    }
}
