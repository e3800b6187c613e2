package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

/** The dispatcher's desk on one screen, by mouse, by keyboard, and without scripts. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class DeskKeysTest {

    private static final String OTHER = "01985a00-0000-7000-8000-0000000000aa";
    private static final String ASSIGN = "POST /incidents/" + Ids.INCIDENT + "/assignments";

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
    void twoIncidents() {
        services.reset();
        services.answer("GET /incidents", 200, """
            {"items": [%s, %s], "next": null}
            """.formatted(row(OTHER, 4), row(Ids.INCIDENT, 2)));
        services.answer(ASSIGN, 201, "{\"id\": \"01985a00-0000-7000-8000-0000000000bb\"}");
    }

    @Test
    void showsTheChosenIncidentBesideTheList() {
        // Given
        Page page = open();

        // When
        page.click("#row-" + Ids.INCIDENT + " .row-link");

        // Then
        assertThat(page.locator("#chosen .recommended")).isVisible();
        assertThat(page.locator("#row-" + Ids.INCIDENT)).hasClass(Pattern.compile("chosen"));
        assertThat(page).hasURL(Pattern.compile("chosen=" + Ids.INCIDENT));
        assertThat(page.locator(".row-link")).hasCount(2);
    }

    @Test
    void goesFromAlertToAssignmentByKeysAlone() {
        // Given
        Page page = open();

        // When
        page.keyboard().press("j");
        page.keyboard().press("ArrowDown");

        // Then
        assertThat(page.locator("#row-" + Ids.INCIDENT + " .row-link")).isFocused();

        // When
        page.keyboard().press("Enter");
        assertThat(page.locator("#chosen .recommended")).isVisible();
        page.keyboard().press("1");

        // Then
        assertThat(page.locator("#chosen [data-assign]").first()).isFocused();
        assertThat(services.calls()).doesNotContain(ASSIGN);

        // When
        page.keyboard().press("Enter");

        // Then
        assertThat(page.locator(".note-good")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/incidents\\?chosen=" + Ids.INCIDENT));
        assertThat(services.last(ASSIGN).body()).contains("unitId");
        assertThat(page.locator("#row-" + Ids.INCIDENT + " .row-link")).isFocused();
    }

    @Test
    void sendsAPlannedUnitThatIsFreeByTheFirstKey() {
        // Given
        services.answer("GET /incidents/" + Ids.INCIDENT, 200, FakeServices.resource("incident-planned.json"));
        Page page = open();
        page.click("#row-" + Ids.INCIDENT + " .row-link");
        assertThat(page.locator("#chosen #planned")).isVisible();

        // When
        page.keyboard().press("1");

        // Then
        assertThat(page.locator("#send-planned-" + Ids.UNIT + " button")).isFocused();

        // When
        page.keyboard().press("Enter");

        // Then
        assertThat(page.locator(".note-good")).isVisible();
        assertThat(services.last(ASSIGN).body()).contains(Ids.UNIT, "SEARCH");
    }

    @Test
    void turnsSingleKeysOff() {
        // Given
        Page page = open();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();

        // When
        page.uncheck("#keys-on");
        page.click("#keys button");
        page.keyboard().press("j");

        // Then
        assertThat(page.locator(".row-link:focus")).hasCount(0);

        // When: the button opens them, and it holds for the next page
        page.reload();
        page.click("[data-keys]");

        // Then
        assertThat(page.locator("#keys-on")).not().isChecked();
    }

    @Test
    void leavesKeysToTextFields() {
        // Given
        Page page = open();
        page.evaluate("document.querySelector('#list').insertAdjacentHTML('beforebegin', '<input id=typed>')");

        // When
        page.locator("#typed").pressSequentially("jk1?");

        // Then
        assertThat(page.locator("#typed")).hasValue("jk1?");
        assertThat(page.locator("#keys")).isHidden();
    }

    @Test
    void runsTheClocksOfWhatIsOpen() {
        // Given
        Page page = open();
        String first = page.locator(".running").first().textContent();

        // Then
        assertThat(first).matches("\\d+:\\d\\d:\\d\\d");
        assertThat(page.locator(".running").first()).not().hasText(first);
    }

    @Test
    void opensAPageWhereThereIsNoRoomBesideTheList() {
        // Given
        Page page = open();
        page.setViewportSize(390, 844);
        assertThat(page.locator("#chosen")).hasText("Choose an incident to see its facts and the recommended units.");

        // When
        page.click("#row-" + Ids.INCIDENT + " .row-link");

        // Then
        assertThat(page).hasURL(Pattern.compile("/incidents/" + Ids.INCIDENT));
    }

    @Test
    void isAListAndAPageWithoutScripts() {
        try (var bare = Chromium.startWithoutScripts()) {
            // Given
            Page page = bare.pageOf("dispatcher");
            page.navigate("/incidents?lang=en");
            assertThat(page.locator("[data-keys]")).isHidden();

            // When
            page.click("#row-" + Ids.INCIDENT + " .row-link");

            // Then
            assertThat(page).hasURL(Pattern.compile("/incidents/" + Ids.INCIDENT));
            assertThat(page.locator(".recommended")).isVisible();
        }
    }

    private static Page open() {
        Page page = chromium.pageOf("dispatcher");
        page.setViewportSize(1440, 900);
        page.navigate("/incidents?lang=en");
        return page;
    }

    private static String row(String id, int severity) {
        return """
            {"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": %d, "state": "OPEN",
             "openedAt": "2026-11-24T21:30:00.000Z"}
            """.formatted(id, Ids.DOSSIER, severity);
    }
}
