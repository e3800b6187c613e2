package ma.balagh.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import ma.balagh.platform.demo.CommandStory;
import ma.balagh.platform.demo.DemoStory;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a commander is asked for, and how many clicks the answers are away from the desk. */
@Tag("long")
@ExtendWith(SuiteUnderTest.class)
final class CommandDeskIT {

    private static final int MOST_CLICKS = 3;
    private static final String MARKET = "Souk de Derb Ghallef";
    private static final Pattern SOME = Pattern.compile("[1-9][0-9,]*");
    private static final Map<String, Object> PLACE =
            Map.of("place", "Derb Ghallef, Casablanca", "latitude", 33.5731, "longitude", -7.6276);
    private static final Map<String, String> STATEMENT = Map.of(
            "ar", "بلاغ للعموم\n\nتعززت الدوريات بالأسواق.",
            "fr", "Patrouilles renforcées\n\nLes marchés sont patrouillés davantage.",
            "en", "More patrols\n\nMarkets are patrolled more.");

    @AutoClose
    private final PortalBrowser browser = new PortalBrowser();

    /** Somebody at the desk whose clicks are counted. */
    private static final class Commander {

        private final Page page;
        private int clicks;

        Commander(PortalBrowser browser) {
            page = browser.signIn("commander", "/command-desk?lang=en");
        }

        /** A new question, at the desk. */
        void turnToTheDesk() {
            page.navigate(SuiteUnderTest.PORTAL + "/command-desk");
            clicks = 0;
        }

        Locator at(String selector) {
            return page.locator(selector);
        }

        void click(Locator what) {
            clicks++;
            what.click();
        }
    }

    @Test
    void answersFromTheDeskInThreeClicks(Running suite) {
        // Given
        var dossierId = waiting(suite);
        suite.story().availableUnit("UNIT-8", 33.5740, -7.6270);
        var commanders = new CommandStory(suite.client());
        var planId = commanders
                .secure(Map.of("name", MARKET, "latitude", 33.5731, "longitude", -7.6276, "reason", "Jour de souk"))
                .orElseThrow();
        var communiqueId = published(suite, commanders);
        var commander = new Commander(browser);

        // When
        seesWhatIsUnansweredAndWhy(commander, dossierId);

        // Then
        assertThat(commander.clicks).isBetween(1, MOST_CLICKS);

        // When
        commander.turnToTheDesk();
        seesWherePatrolsGoAndWhy(commander, planId);

        // Then
        assertThat(commander.clicks).isBetween(1, MOST_CLICKS);

        // When
        commander.turnToTheDesk();
        seesWhatWasPublishedAndWhoApproved(commander, communiqueId);

        // Then
        assertThat(commander.clicks).isBetween(1, MOST_CLICKS);
    }

    /** How many wait and in front of whom stands on the desk; the dossier itself says since when and what for. */
    private static void seesWhatIsUnansweredAndWhy(Commander commander, String dossierId) {
        assertThat(commander.at(".figures a[href='/ageing']")).hasText(SOME);
        var line = commander.at("#waits-CONFIRMATION");
        assertThat(line.locator("strong")).hasText(SOME);
        assertThat(line).containsText("judicial police officers");
        commander.click(line.locator("a"));
        commander.click(commander.at("a[href^='/dossiers/" + dossierId + "']").first());
        assertThat(commander.at("main")).containsText("Deux hommes à moto");
    }

    private static void seesWherePatrolsGoAndWhy(Commander commander, String planId) {
        var place = commander.at("[id^='goes-" + planId + "-']").filter(new Locator.FilterOptions().setHasText(MARKET));
        assertThat(place).containsText("UNIT-");
        assertThat(place).containsText("Secured in advance, as");
        assertThat(place).containsText("Jour de souk");
        commander.click(place.locator("a"));
        var visits = commander.at("tr:has(details)").filter(new Locator.FilterOptions().setHasText(MARKET));
        commander.click(visits.first().locator("summary"));
        assertThat(visits.first().locator("details li").first()).isVisible();
    }

    private static void seesWhatWasPublishedAndWhoApproved(Commander commander, String communiqueId) {
        var published = commander.at("#published-" + communiqueId);
        assertThat(published).containsText("commander2");
        commander.click(published.locator("a"));
        assertThat(commander.at("dl.facts")).containsText("commander2");
        assertThat(commander.at(".statement").first()).isVisible();
    }

    /** A report whose dossier waits for the confirmation of a verdict. */
    private static String waiting(Running suite) {
        var story = suite.story();
        var filed = story.file("partner-press", "Vol à l'arraché", suite.newClip(), PLACE);
        var dossierId = story.readyDossier(filed).path("id").asText();
        story.propose("analyst", dossierId, DemoStory.robbery(filed, 3, PLACE));
        return dossierId;
    }

    /** Not figures: in a new suite no month is published yet. */
    private static String published(Running suite, CommandStory commanders) {
        var statement = Map.of("jurisdiction", "MA-CAS", "kind", "STATEMENT", "texts", STATEMENT);
        var id = suite.client()
                .post("commander", DISPATCH, "/communiques", statement)
                .expect(201)
                .path("id")
                .asText();
        commanders.approveCommunique(id);
        return id;
    }
}
