package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the portal promises holds in a browser in which scripts are turned off, too. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class WithoutScriptsTest {

    @BeforeEach
    void ordinaryAnswers() {
        FakeSuite.services().reset();
    }

    @Test
    void coversMediaWithoutScriptsToo() {
        try (var bare = Chromium.startWithoutScripts()) {
            Page page = bare.pageOf("analyst");
            page.navigate("/dossiers/" + Ids.DOSSIER);

            // When
            page.fill("input[name=purpose]", "Examen du dossier");
            page.click(".purpose button");

            // Then
            assertThat(page.locator("video")).hasAttribute("muted", "");
            assertThat(page.locator("video")).hasCSS("filter", "grayscale(1) blur(18px) brightness(0.7)");
            assertThat(page.locator("[data-sound]")).isHidden();

            // When: by keyboard, since a click may come while the page still moves to the video
            page.press("[data-uncover]", "Space");

            // Then
            assertThat(page.locator("video")).hasCSS("filter", "none");
        }
    }

    @Test
    void saysWithoutScriptsWhyNoFileCanBeSent() {
        try (var bare = Chromium.startWithoutScripts()) {
            // When
            Page page = bare.pageOf("intake-officer");
            page.navigate("/reports/" + Ids.REPORT + "?lang=en");

            // Then
            assertThat(page.locator("form[data-upload] noscript .note")).isVisible();
            assertThat(page.locator("form[data-upload] button")).isDisabled();
        }
    }
}
