package ma.balagh.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A judicial officer at the portal, in Debian's Chromium. */
@ExtendWith(SuiteUnderTest.class)
final class BrowserIT {

    @AutoClose
    private final PortalBrowser browser = new PortalBrowser();

    @Test
    void confirmsAVerdictThatAnAnalystProposed(Running suite) {
        // Given
        var story = suite.story();
        var filed = story.file("partner-press", "Vol à l'arraché", suite.newClip(), Map.of());
        var dossierId = story.readyDossier(filed).path("id").asText();
        story.propose("analyst", dossierId, Map.of("verdict", "FALSE_REPORT", "reasons", "Scène tournée pour un film"));
        var page = browser.signIn("officer", "/dossiers/" + dossierId + "?lang=fr");

        // When
        assertThat(page.locator("video")).hasCount(0);
        page.fill("textarea[name=reason]", "Vu les constats et les images");
        page.click("button[value=CONFIRM]");

        // Then
        assertThat(page.locator(".sealed")).isVisible();
        assertThat(story.dossier("officer", dossierId).path("state").asText()).isEqualTo("CONCLUDED");
        story.answer("partner-press", filed, "FALSE_REPORT");
    }

    @Test
    void showsAVideoOnlyOnceAPurposeIsGiven(Running suite) {
        // Given
        var story = suite.story();
        var filed = story.file("partner-press", "Agression", suite.newClip(), Map.of());
        var dossierId = story.readyDossier(filed).path("id").asText();
        var page = browser.signIn("analyst", "/dossiers/" + dossierId + "?lang=ar");
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(page.locator("video")).hasCount(0);

        // When
        page.fill("input[name=purpose]", "Examen du dossier pour la qualification");
        page.click(".purpose button");

        // Then
        var video = page.locator("video").first();
        assertThat(video).isAttached();
        assertThat((Boolean) video.evaluate("player => player.muted")).isTrue();
        assertThat((String) video.evaluate("player => getComputedStyle(player).filter"))
                .contains("blur", "grayscale");
    }

    @Test
    void banksFootageAndTakesItOutAgain(Running suite) {
        // Given
        var story = suite.story();
        var filed = story.file("partner-press", "Scène de film", suite.newClip(), Map.of());
        var dossierId = story.readyDossier(filed).path("id").asText();
        var page = browser.signIn("analyst", "/dossiers/" + dossierId + "?lang=fr");
        page.locator("#findings .panel-end").first().click();

        // When
        page.check("input[name=kind][value=FICTION]");
        page.fill("input[name=reference]", "Zero, 2012");
        page.fill("textarea[name=summary]", "Une scène du film");
        page.click("form[action='/known-footage'] button");
        page.waitForURL("**/known-footage/*");

        // Then
        assertThat(page.locator("h1")).hasText("Zero, 2012");

        // When
        page.click(".confirm > summary");
        page.click(".confirm > button");
        page.waitForURL("**/known-footage?done=*");

        // Then
        assertThat(page.locator(".row-link").filter(new Locator.FilterOptions().setHasText("Zero, 2012")))
                .hasCount(0);
    }
}
