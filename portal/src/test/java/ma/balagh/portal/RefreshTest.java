package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A page that refreshes keeps the focus, the scroll position and what a user typed. RefreshIT tests the pages that never
 * stop refreshing, against the real services.
 */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class RefreshTest {

    private static final int REFRESHES = 100;

    private static final String DOSSIER = "/dossiers/" + Ids.DOSSIER;
    private static final String INCIDENT = "/incidents/" + Ids.INCIDENT;
    private static final String PLAN = "/patrol-plans/" + Ids.PATROL_PLAN;
    private static final String ASSIGNMENT = "#assignment-" + Ids.ASSIGNMENT;

    private static Chromium chromium;

    private final FakeServices services = FakeSuite.services();

    /** @param template whose page or part refreshes */
    record Live(String template, String path, String role) {}

    static Stream<Live> pagesThatAreDoneWithinSeconds() {
        return Stream.of(
                new Live("dossier/dossier-page.html", DOSSIER, "analyst"),
                new Live("dossier/dossier-page.html", DOSSIER, "judicial-officer"),
                new Live("patrol/patrol-plan-page.html", PLAN, "commander"),
                new Live("link/link-page.html", "/missing-media/" + Ids.LINK, "intake-officer"),
                new Live("rendition/rendition-list.html", "/examinations/" + Ids.EXAMINATION, "analyst"),
                new Live("rendition/rendition-page.html", "/renditions/" + Ids.RENDITION, "analyst"));
    }

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
    void whatIsNotFinished() {
        services.reset();
        services.answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));
        services.answer("GET " + INCIDENT, 200, FakeServices.resource("incident-assigned.json"));
        services.answer("GET " + DOSSIER, 200, dossier("OPEN").replace("\"ready\": true", "\"ready\": false"));
        services.answer("GET " + PLAN, 200, plan("SOLVING"));
        services.answer(
                "GET /media-links/" + Ids.LINK,
                200,
                FakeServices.resource("media-link.json").replace("UNOBTAINABLE", "TO_OBTAIN"));
        services.answer("GET /renditions/" + Ids.RENDITION, 200, underWay("rendition.json"));
        services.answer("GET /examinations/" + Ids.EXAMINATION + "/renditions", 200, underWay("renditions.json"));
    }

    @ParameterizedTest
    @MethodSource("pagesThatAreDoneWithinSeconds")
    void keepsFocusSelectionScrollAndWhatIsTypedAndOpen(Live live) {
        // Given
        Page page = open(live.path(), live.role());
        if (live.template().equals("rendition/rendition-list.html")) {
            sayPurpose(page);
            assertThat(page.locator(".renditions[data-live]")).isVisible();
        }

        // When
        Object faults = page.evaluate("times => person.live(times)", REFRESHES);

        // Then
        assertThat((List<?>) faults).isEmpty();
    }

    @Test
    void followsARowThatOthersComeAboveOf() {
        // Given
        Page page = open("/incidents", "dispatcher");
        page.focus(".row-link");
        services.answer("GET /incidents", 200, """
            {"items": [%s, %s], "next": null}
            """.formatted(
                        row("01985a00-0000-7000-8000-0000000000aa", 4), row(Ids.INCIDENT, 2)));

        // When
        page.evaluate("person.refresh()");

        // Then
        assertThat(page.locator(".row-link")).hasCount(2);
        assertThat(page.locator("#row-" + Ids.INCIDENT + " .row-link")).isFocused();
    }

    @Test
    void goesOnToTheNextRowWhereItsOwnIsGone() {
        // Given
        services.answer("GET /incidents", 200, """
            {"items": [%s, %s], "next": null}
            """.formatted(
                        row("01985a00-0000-7000-8000-0000000000aa", 4), row(Ids.INCIDENT, 2)));
        Page page = open("/incidents", "dispatcher");
        page.focus("#row-01985a00-0000-7000-8000-0000000000aa .row-link");
        services.answer("GET /incidents", 200, "{\"items\": [%s], \"next\": null}".formatted(row(Ids.INCIDENT, 2)));

        // When
        page.evaluate("person.refresh()");

        // Then
        assertThat(page.locator(".row-link")).hasCount(1);
        assertThat(page.locator("#row-" + Ids.INCIDENT + " .row-link")).isFocused();
    }

    @Test
    void keepsAChosenReportThatLeavesTheList() {
        // Given
        Page page = open("/reports", "intake-officer");
        page.locator(".row-choice input").first().check();
        page.fill("textarea[name=reason]", "Une publicité, pas un fait");
        services.answer("GET /reports", 200, "{\"items\": [], \"next\": null}");

        // When
        page.evaluate("person.refresh()");

        // Then
        assertThat(page.locator(".row-choice input").first()).isChecked();
        assertThat(page.locator("textarea[name=reason]")).hasValue("Une publicité, pas un fait");
        assertThat(page.locator(".is-gone")).isVisible();
    }

    @Test
    void neverHasAnIncidentsPageContradictItself() {
        // Given
        services.answer("GET " + INCIDENT, 200, FakeServices.resource("incident.json"));
        Page page = open(INCIDENT + "?lang=en", "dispatcher");
        assertThat(page.locator(".recommended")).isVisible();
        services.answer("GET " + INCIDENT, 200, FakeServices.resource("incident-assigned.json"));

        // When
        page.evaluate("person.refresh()");

        // Then
        assertThat(page.locator(".head [class*=incident-]")).hasText("Unit assigned");
        assertThat(page.locator("#timeline .steps li")).hasCount(2);
        assertThat(page.locator(ASSIGNMENT + " [class*=incident-]")).hasText("Not acknowledged yet");
        assertThat(page.locator(ASSIGNMENT + " form button").first()).hasText("Acknowledged");
        assertThat(page.locator("#run-card .filled")).hasCount(1);

        // When
        page.fill(ASSIGNMENT + " [id^=progress] input[name=note]", "ils appellent");
        services.answer(
                "GET " + INCIDENT,
                200,
                FakeServices.resource("incident-assigned.json")
                        .replace("\"status\": \"ASSIGNED\"", "\"status\": \"ACKNOWLEDGED\""));
        page.evaluate("person.refresh()");

        // Then
        assertThat(page.locator(ASSIGNMENT + " [class*=incident-]")).hasText("Acknowledged");
        assertThat(page.locator(ASSIGNMENT + " form button").first()).hasText("En route");
        assertThat(page.locator(ASSIGNMENT + " [id^=progress] input[name=note]"))
                .hasValue("ils appellent");
    }

    /** Or else what a form sends is the tag of what was there before the refresh, and is refused. */
    @Test
    void givesEveryFormTheTagOfWhatIsShown() {
        // Given
        String unready = dossier("OPEN").replace("\"ready\": true", "\"ready\": false");
        answerTagged(unready, "\"1\"");
        Page page = open(DOSSIER, "analyst");
        answerTagged(unready, "\"2\"");

        // When
        page.evaluate("person.refresh()");

        // Then
        List<?> tags = (List<?>) page.evaluate("[...document.querySelectorAll('[name=tag]')].map(each => each.value)");
        assertThat(tags).hasSizeGreaterThan(1).allMatch("\"2\""::equals);
    }

    @Test
    void asksNoMoreOnceEverythingIsExamined() {
        // Given
        Page page = open(DOSSIER, "analyst");
        page.fill("textarea[name=reasons]", "L’image est continue");
        sayPurpose(page);
        services.answer("GET " + DOSSIER, 200, dossier("OPEN"));

        // When
        page.evaluate("person.refresh()");

        // Then
        assertThat(page.locator("[data-live]")).hasCount(0);
        assertThat(page.locator("textarea[name=reasons]")).hasValue("L’image est continue");
        assertThat(page.locator("video")).hasCount(1);
        assertThat(page.evaluate("person.refresh().catch(nothing => nothing.message)"))
                .isEqualTo("nothing refreshes here");
    }

    /** The part that asks lies within the one that changes. */
    @Test
    void asksNoMoreOnceAPlanIsComputed() {
        // Given
        Page page = open(PLAN + "?lang=en", "commander");
        services.answer("GET " + PLAN, 200, plan("PROPOSED"));

        // When
        page.evaluate("person.refresh()");

        // Then
        assertThat(page.locator("form[action$=approval] button")).hasCount(1);
        assertThat(page.evaluate("person.refresh().catch(nothing => nothing.message)"))
                .isEqualTo("nothing refreshes here");
        assertThat(page.locator("main")).hasCount(1);
    }

    @Test
    void leavesTheFocusWhereTheMediaComeInPlaceOfTheQuestion() {
        // Given
        Page page = open(DOSSIER, "analyst");

        // When
        sayPurpose(page);

        // Then
        assertThat(page.locator("#media")).isFocused();
        assertThat((String) page.locator("video").evaluate("video => getComputedStyle(video).filter"))
                .contains("blur", "grayscale");
    }

    private static Page open(String path, String role) {
        Page page = chromium.pageOf(role);
        page.addInitScript(FakeServices.text("/browser/person.js"));
        page.navigate(path);
        return page;
    }

    private static void sayPurpose(Page page) {
        page.fill("input[name=purpose]", "Examen du dossier");
        page.click(".purpose button");
        assertThat(page.locator(".purpose-said")).isVisible();
    }

    private void answerTagged(String dossier, String tag) {
        services.answer(
                "GET " + DOSSIER,
                200,
                "application/json",
                dossier.getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", tag));
    }

    private static String dossier(String state) {
        return FakeServices.resource("dossier.json").replace("\"state\": \"PROPOSED\"", "\"state\": \"" + state + "\"");
    }

    private static String plan(String state) {
        return FakeServices.resource("patrol-plan.json")
                .replace("\"state\": \"PROPOSED\"", "\"state\": \"" + state + "\"");
    }

    private static String underWay(String resource) {
        return FakeServices.resource(resource).replace("\"READY\"", "\"RUNNING\"");
    }

    private static String row(String id, int severity) {
        return """
            {"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": %d, "state": "OPEN",
             "openedAt": "2026-11-24T21:30:00.000Z"}
            """.formatted(id, Ids.DOSSIER, severity);
    }
}
