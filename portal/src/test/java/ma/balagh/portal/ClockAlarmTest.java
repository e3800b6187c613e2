package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeEventStream;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clocks that run in the browser, and what the desk does when one is over. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class ClockAlarmTest {

    private static final String CLOCK = ".rows .stage-clock";
    /** The page polls every five seconds where there is no stream, in milliseconds. */
    private static final double A_REFRESH = 20_000;

    private static final String TOLD = "[data-alarm-told]";
    private static final String EVENTS = "GET /incidents/events";
    private static final String CHANGE = """
            {"incidents": ["%s"], "assignments": [], "units": [], "closures": []}""".formatted(Ids.INCIDENT);

    private static final String SOUND = "[data-alarm-sound]";

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
    void countsDownAndTellsOnceThatAClockIsOver() {
        // Given: it is chosen, so that its clock stands there twice
        String clocks = waits(Duration.ofSeconds(6), false);
        services.answer(
                "GET /incidents/" + Ids.INCIDENT,
                200,
                FakeServices.resource("incident.json").replaceFirst("\\{", "{" + clocks + ","));
        Page page = chromium.pageOf("dispatcher");
        page.navigate("/incidents?lang=en&chosen=" + Ids.INCIDENT);
        assertThat(page.locator("#chosen .stage-clock")).hasCount(1);
        assertThat(page.locator(CLOCK + " time")).hasText(Pattern.compile("0:0[0-6]"));
        assertThat(page.locator(CLOCK + " .when-overdue")).isHidden();

        // Then
        assertThat(page.locator(CLOCK + " .when-overdue")).isVisible();
        assertThat(page.locator("[data-alarm-told]"))
                .hasText(Pattern.compile("^(?:(?!Waits for a unit).)*Waits for a unit(?:(?!Waits for a unit).)*$"));
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) .+"));
    }

    @Test
    void keepsTheTitleWhenThePageRefreshes() {
        // Given
        waits(Duration.ofSeconds(-60), true);
        Page page = open();
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) .+"));

        // When
        page.waitForResponse(answer -> answer.url().contains("/incidents"), () -> {});

        // Then
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) .+"));
        assertThat(page.locator("[data-alarm-told]")).isEmpty();
    }

    @Test
    void goesByTheServersTimeOnAMachineWhoseClockIsSlow() {
        // Given
        waits(Duration.ofSeconds(-60), true);
        Page page = openOn(Duration.ofMinutes(-3));

        // When // Then
        assertThat(page.locator(CLOCK + " .when-overdue")).isVisible();
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) .+"));

        // When: the next one is over in a few seconds
        waits(Duration.ofSeconds(6), false);
        page.reload();

        // Then
        assertThat(page.locator(CLOCK + " time")).hasText(Pattern.compile("0:0[0-6]"));
        assertThat(page.locator(CLOCK + " .when-overdue")).isVisible();
        assertThat(page.locator(TOLD)).containsText("Waits for a unit");
    }

    @Test
    void goesByTheServersTimeOnAMachineWhoseClockIsFast() {
        // Given
        waits(Duration.ofMinutes(2), false);

        // When
        Page page = openOn(Duration.ofMinutes(3));

        // Then
        assertThat(page.locator(CLOCK + " time")).hasText(Pattern.compile("1:[0-5][0-9]"));
        assertThat(page.locator(CLOCK + " .when-overdue")).isHidden();
        assertThat(page).hasTitle(Pattern.compile("^[^(].+"));
    }

    @Test
    void tellsOnceOfAnIncidentThatIsNew() {
        // Given: one was there when the page was opened
        FakeEventStream stream = services.stream(EVENTS);
        String there = row(Ids.INCIDENT, "Maarif", null);
        listed(there);
        Page page = open();
        assertThat(page.locator(".when-streaming")).isVisible();
        assertThat(page).hasTitle(Pattern.compile("^[^(].+"));

        // When
        String second = row("018f6b8e-0000-7000-8000-0000000000a1", "Anfa", null);
        listed(there, second);
        stream.tell("1:2:", "change", CHANGE);

        // Then
        assertThat(page.locator(TOLD)).hasText("New incident: Anfa");
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) .+"));

        // When
        listed(there, second, row("018f6b8e-0000-7000-8000-0000000000a2", "Ain Diab", null));
        stream.tell("1:3:", "change", CHANGE);

        // Then
        assertThat(page.locator(TOLD)).hasText("New incident: Ain Diab");
        assertThat(page).hasTitle(Pattern.compile("^\\(2\\) .+"));
    }

    @Test
    void tellsOnceOfEachCallForHelp() {
        // Given: one had asked when the page was opened
        FakeEventStream stream = services.stream(EVENTS);
        String there = row(Ids.INCIDENT, "Maarif", Instant.now().minusSeconds(300));
        String second = "018f6b8e-0000-7000-8000-0000000000a1";
        listed(there, row(second, "Anfa", null));
        Page page = open();
        assertThat(page.locator(".when-streaming")).isVisible();
        assertThat(page.locator(TOLD)).isEmpty();

        // When
        listed(there, row(second, "Anfa", Instant.now()));
        stream.tell("1:2:", "change", CHANGE);

        // Then
        assertThat(page.locator(TOLD)).hasText("The unit asks for help: Anfa");

        // When: it asks again after it had got some
        listed(there, row(second, "Anfa", Instant.now().plusSeconds(1)), row(Ids.UNIT, "Ain Diab", Instant.now()));
        stream.tell("1:3:", "change", CHANGE);

        // Then
        assertThat(page.locator(TOLD)).hasText("The unit asks for help: Anfa. The unit asks for help: Ain Diab");
    }

    /** An incident that was just opened, where somebody may have asked for help. */
    private static String row(String id, String place, @Nullable Instant asked) {
        return """
            {"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": 3, "state": "%s", "place": "%s",
             "openedAt": "%s"%s}""".formatted(
                        id,
                        Ids.DOSSIER,
                        asked == null ? "OPEN" : "ON_SCENE",
                        place,
                        Instant.now(),
                        asked == null ? "" : ", \"assistanceAskedAt\": \"%s\"".formatted(asked));
    }

    private void listed(String... rows) {
        services.answer("GET /incidents", 200, "{\"items\": [%s], \"next\": null}".formatted(String.join(", ", rows)));
    }

    @Test
    void soundsOnlyWhereSomebodyTurnedTheSoundOn() {
        // Given
        waits(Duration.ofSeconds(60), false);
        Page page = open();
        assertThat(page.locator(SOUND)).hasAttribute("aria-pressed", "false");
        assertThat(page.locator(SOUND)).containsText("Alarm sound is off");

        // When
        page.click(SOUND);

        // Then
        assertThat(page.locator(SOUND)).hasAttribute("aria-pressed", "true");
        assertThat(page.locator(SOUND + " .when-sounding")).isVisible();
        page.press(SOUND, "Enter");
        assertThat(page.locator(SOUND)).hasAttribute("aria-pressed", "false");
    }

    @Test
    void tellsOnceThatAPlannedUnitIsFree() {
        // Given
        planned(false);
        Page page = open();
        assertThat(page.locator("#next-" + Ids.INCIDENT + "-" + Ids.UNIT)).containsText("UNIT-1");
        assertThat(page.locator("[data-alarm-told]")).isEmpty();

        // When
        planned(true);

        // Then
        assertThat(page.locator("[data-alarm-told]"))
                .containsText(
                        "is free and can be sent", new LocatorAssertions.ContainsTextOptions().setTimeout(A_REFRESH));
        assertThat(page.locator("#next-" + Ids.INCIDENT + "-" + Ids.UNIT)).containsText("Free now");
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) .+"));
    }

    private void planned(boolean ready) {
        services.answer("GET /incidents", 200, """
            {"items": [{"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": 3, "state": "OPEN",
              "place": "Maarif", "openedAt": "%s", "planned": [{"unitId": "%s", "callSign": "UNIT-1",
              "plannedBy": "karim", "plannedAt": "%s", "status": "%s", "ready": %s}]}], "next": null}
            """.formatted(
                        Ids.INCIDENT,
                        Ids.DOSSIER,
                        Instant.now(),
                        Ids.UNIT,
                        Instant.now(),
                        ready ? "AVAILABLE" : "ON_SCENE",
                        ready));
    }

    @Test
    void tellsTheDispatcherOfEachStepThatCallsSomebodyThere() {
        // Given
        FakeEventStream stream = services.stream(EVENTS);
        waits(Duration.ofSeconds(-60), true);
        Page page = open();
        assertThat(page.locator(".when-streaming")).isVisible();
        assertThat(page.locator(TOLD)).isEmpty();

        // When
        escalated(step("NEXT_UNIT_PROPOSED", "UNIT-2"));
        stream.tell("1:2:", "change", CHANGE);

        // Then
        assertThat(page.locator(TOLD)).containsText("Next unit proposed UNIT-2. Overdue: Maarif");
        assertThat(page.locator(CLOCK)).containsText("Next unit proposed");
        assertThat(page.locator(CLOCK)).not().containsText("UNIT-2");

        // When
        escalated(step("NEXT_UNIT_PROPOSED", "UNIT-2"), step("SUPERVISOR", null));
        stream.tell("1:3:", "change", CHANGE);

        // Then
        assertThat(page.locator(TOLD)).containsText("Supervisor called. Overdue: Maarif");

        // When
        escalated(step("NEXT_UNIT_PROPOSED", "UNIT-2"), step("SUPERVISOR", null), step("COMMANDER", null));
        stream.tell("1:4:", "change", CHANGE);

        // Then: that is for somebody else
        assertThat(page.locator(CLOCK)).containsText("Commander called");
        assertThat(page.locator(TOLD)).containsText("Supervisor called. Overdue: Maarif");
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) .+"));
    }

    @Test
    void callsTheCommanderAtTheCommandDesk() {
        // Given
        FakeEventStream stream = services.stream(EVENTS);
        escalated(step("SUPERVISOR", null));
        Page page = chromium.pageOf("commander");
        page.navigate("/command-desk?lang=en");
        assertThat(page.locator(".when-streaming")).isVisible();
        assertThat(page.locator("#calls")).containsText("No incident waits for the commander");
        assertThat(page.locator(SOUND)).isVisible();

        // When
        escalated(step("SUPERVISOR", null), step("COMMANDER", null));
        stream.tell("1:2:", "change", CHANGE);

        // Then
        assertThat(page.locator(TOLD)).containsText("Commander called. Overdue: Maarif");
        assertThat(page.locator("#calls a")).hasAttribute("href", "/incidents/" + Ids.INCIDENT);
        assertThat(page.locator("#calls .stage-clock.overdue time"))
                .hasText(Pattern.compile("\\d+ min \\d+ s|\\d+ h \\d+ min"));
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) .+"));
    }

    @Test
    void tellsThatAVerdictIsWithdrawnWhileAUnitIsOnScene() {
        // Given
        FakeEventStream stream = services.stream(EVENTS);
        String assigned = FakeServices.resource("incidents-assigned.json");
        services.answer("GET /incidents", 200, assigned);
        Page page = open();
        assertThat(page.locator(".when-streaming")).isVisible();

        // When
        services.answer(
                "GET /incidents",
                200,
                assigned.replace("\"openedAt\"", "\"verdictWithdrawnAt\": \"2026-11-24T21:40:00.000Z\", \"openedAt\""));
        stream.tell("1:2:", "change", CHANGE);

        // Then
        assertThat(page.locator(TOLD)).containsText("Verdict withdrawn while a unit is on scene: ");
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) .+"));
    }

    @Test
    void tellsACrewOfANewOrderAndThatItIsCalledBack() {
        // Given
        FakeEventStream stream = services.stream(EVENTS);
        services.answer("GET /incidents", 200, "{\"items\": [], \"next\": null}");
        Page page = chromium.pageOf("field-unit");
        page.addInitScript("navigator.vibrate = () => { window.shaken = (window.shaken ?? 0) + 1; return true; };");
        page.navigate("/assignment?lang=en");
        assertThat(page.locator(".when-streaming")).isVisible();
        assertThat(page.locator("#idle")).isVisible();

        // When
        services.answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));
        services.answer("GET /incidents/" + Ids.INCIDENT, 200, FakeServices.resource("incident-assigned.json"));
        stream.tell("1:2:", "change", CHANGE);

        // Then
        assertThat(page.locator(TOLD)).containsText("New assignment: ");
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) .+"));
        page.waitForFunction("window.shaken === 1");

        // When
        services.answer("GET /incidents", 200, """
            {"items": [{"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": 3, "state": "OPEN",
              "openedAt": "2026-11-24T21:30:00.000Z",
              "released": {"id": "%s", "status": "STOOD_DOWN", "at": "%s"}}], "next": null}
            """.formatted(Ids.INCIDENT, Ids.DOSSIER, Ids.ASSIGNMENT, Instant.now()));
        stream.tell("1:3:", "change", CHANGE);

        // Then
        assertThat(page.locator("#called-back")).isVisible();
        assertThat(page.locator(TOLD)).containsText("You are called back: ");
        page.waitForFunction("window.shaken === 2");
    }

    @Test
    void turnsTheSoundOnAgainWithTheFirstClickOnTheNextPage() {
        // Given
        waits(Duration.ofSeconds(60), false);
        Page page = open();
        page.click(SOUND);
        assertThat(page.locator(SOUND)).hasAttribute("aria-pressed", "true");

        // When
        page.reload();
        assertThat(page.locator(SOUND)).hasAttribute("aria-pressed", "false");
        page.click("h1");

        // Then
        assertThat(page.locator(SOUND)).hasAttribute("aria-pressed", "true");
    }

    @Test
    void saysWithoutScriptsSinceWhenAClockIsOver() {
        // Given
        waits(Duration.ofMinutes(-5), true);

        try (var bare = Chromium.startWithoutScripts()) {
            // When
            Page page = bare.pageOf("dispatcher");
            page.navigate("/incidents?lang=en");

            // Then
            assertThat(page.locator(CLOCK + " .when-overdue")).isVisible();
            assertThat(page.locator(CLOCK + " time")).hasText(Pattern.compile("5 min.*"));
            assertThat(page.locator(SOUND)).isHidden();
        }
    }

    private static Page open() {
        Page page = chromium.pageOf("dispatcher");
        page.navigate("/incidents?lang=en");
        return page;
    }

    /** On a machine whose clock is that far ahead. */
    private static Page openOn(Duration ahead) {
        Page page = chromium.pageOf("dispatcher");
        page.addInitScript("const now = Date.now; Date.now = () => now() + %d;".formatted(ahead.toMillis()));
        page.navigate("/incidents?lang=en");
        return page;
    }

    private static String step(String name, @Nullable String proposed) {
        return """
            {"step": "%s", "at": "2026-11-24T21:40:00.000Z", "proposedCallSign": %s}""".formatted(name, proposed == null ? null : "\"" + proposed + "\"");
    }

    /** An incident for which those steps have come. */
    private void escalated(String... steps) {
        waits(Instant.now().minusSeconds(60), true, String.join(", ", steps));
    }

    /**
     * An incident that has waited for a unit until so long from now.
     *
     * @return its clocks
     */
    private String waits(Duration left, boolean overdue) {
        return waits(Instant.now().plus(left), overdue, "");
    }

    private String waits(Instant target, boolean overdue, String steps) {
        String clocks = """
            "clocks": [{"stage": "OPEN_TO_ASSIGNED", "startedAt": "%s", "targetAt": "%s", "overdue": %s, "escalated": [%s]}]
            """.formatted(target.minusSeconds(60), target, overdue, steps);
        services.answer(
                "GET /incidents", 200, """
            {"items": [{"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": 3, "state": "OPEN",
              "place": "Maarif", "openedAt": "%s", %s}], "next": null}
            """.formatted(Ids.INCIDENT, Ids.DOSSIER, target.minusSeconds(60), clocks));
        return clocks;
    }
}
