package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
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

/** What stands from right to left. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class ArabicPagesTest {

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
    void putsWhoDidItBelowWhatWasDone() {
        // Given
        services.answer(
                "GET /incidents/" + Ids.INCIDENT,
                200,
                FakeServices.resource("incident.json").replace("\"by\": \"balagh\"", "\"by\": \"dispatcher\""));
        Page page = chromium.pageOf("dispatcher");

        // When
        page.navigate("/incidents/" + Ids.INCIDENT + "?lang=ar");

        // Then
        assertThat(page.locator("#timeline .step-length").first()).hasText("dispatcher");
        var did = page.locator("#timeline .step-name").first().boundingBox();
        var who = page.locator("#timeline .step-length bdi").first().boundingBox();
        assertThat(who.x + who.width).isCloseTo(did.x + did.width, within(2.0));
    }
}
