package ma.balagh.portal;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages on which a video is looked at have the scripts for it. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class LaboratoryScriptsTest {

    private static final Pattern FIRST_PICTURE = Pattern.compile("[?&]at=0$");

    private static Chromium chromium;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void ordinaryAnswers() {
        FakeSuite.services().reset();
    }

    @Test
    void asksForTheFirstPictureOfAStepper() {
        // Given
        Page page = chromium.pageOf("analyst");
        page.navigate("/examinations/" + Ids.EXAMINATION);
        page.fill("input[name=purpose]", "Examen du dossier");

        // When, then: on the page, and on the one that covers parts of the picture
        page.waitForRequest(FIRST_PICTURE, () -> page.click(".purpose button"));
        String redaction = page.locator("a[href*=redaction]").getAttribute("href");
        page.waitForRequest(FIRST_PICTURE, () -> page.navigate(redaction));
    }
}
