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

/** After an act the page is loaded anew, and the keyboard focus is still at the place of the act. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class ActFocusTest {

    private static final String INCIDENT = "/incidents/" + Ids.INCIDENT;
    private static final String OTHER = "01985a00-0000-7000-8000-00000000f0ff";

    private static Chromium chromium;

    private final FakeServices services = FakeSuite.services();

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void twoUnitsUnderWay() {
        services.reset();
        services.answer("GET " + INCIDENT, 200, withTwoUnits("ASSIGNED"));
        services.answer("POST /assignments/" + Ids.ASSIGNMENT + "/progress", 200, """
                {"id": "%s", "incidentId": "%s", "unitId": "%s", "callSign": "UNIT-1", "status": "ACKNOWLEDGED",
                 "active": true, "assignedBy": "omar", "assignedAt": "2026-11-24T21:31:00.000Z"}
                """.formatted(
                        Ids.ASSIGNMENT, Ids.INCIDENT, Ids.UNIT));
    }

    @AfterEach
    void closePages() {
        chromium.closePages();
    }

    @Test
    void goesOnWithTheNextStepOfTheSameUnit() {
        // Given
        Page page = open();
        page.focus("#next-ACKNOWLEDGED-" + Ids.ASSIGNMENT);
        services.answer("GET " + INCIDENT, 200, withTwoUnits("ACKNOWLEDGED"));

        // When
        page.keyboard().press("Enter");

        // Then
        assertThat(page.locator("#next-EN_ROUTE-" + Ids.ASSIGNMENT)).isFocused();
        assertThat(page.locator("#done")).isVisible();

        // When: once more, to the same address
        services.answer("GET " + INCIDENT, 200, withTwoUnits("EN_ROUTE"));
        page.keyboard().press("Enter");

        // Then
        assertThat(page.locator("#next-ON_SCENE-" + Ids.ASSIGNMENT)).isFocused();
    }

    @Test
    void isOnWhatWasSaidWhereThereIsNoNextStep() {
        // Given
        Page page = open();
        page.focus("#next-ACKNOWLEDGED-" + Ids.ASSIGNMENT);
        services.answer("GET " + INCIDENT, 200, FakeServices.resource("incident.json"));

        // When
        page.keyboard().press("Enter");

        // Then
        assertThat(page.locator("#done")).isFocused();
        assertThat(page).hasURL(Pattern.compile("done=PROGRESS_NOTED"));
    }

    @Test
    void showsWhoIsUnderWayBeforeWhomElseOneCouldSend() {
        // When
        Page page = open();

        // Then
        assertThat(page.locator("#assignment-" + Ids.ASSIGNMENT).boundingBox().y)
                .isLessThan(page.locator("#recommended").boundingBox().y);
    }

    private static Page open() {
        Page page = chromium.pageOf("dispatcher");
        page.navigate(INCIDENT + "?lang=en");
        assertThat(page.locator("#recommended")).isVisible();
        return page;
    }

    /** The one that is acted for stands second. */
    private static String withTwoUnits(String status) {
        return FakeServices.resource("incident-assigned.json")
                .replace("\"assignments\": [", """
                "assignments": [{"id": "%s", "incidentId": "%s", "unitId": "%s", "callSign": "UNIT-9", "status": "ASSIGNED",
                 "active": true, "assignedBy": "omar", "assignedAt": "2026-11-24T21:31:00.000Z"},
                """.formatted(OTHER, Ids.INCIDENT, OTHER))
                .replaceFirst(
                        "(\"unitJurisdiction\": \"MA-CAS\",\\s+\"status\": )\"ASSIGNED\"", "$1\"" + status + "\"");
    }
}
