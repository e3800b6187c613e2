package ma.balagh.system;

import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.test.BrowserLauncher;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page that the portal links to, of every role: accessible, in every language in that one alone, and each of its
 * forms says what is refused.
 */
@Tag("long")
@ExtendWith(SuiteUnderTest.class)
@Order(Integer.MAX_VALUE - 1)
final class EveryPageIT {

    private static final String PORTAL = SuiteUnderTest.PORTAL.toString();
    private static final List<String> PUBLIC = List.of(
            "/public/communiques", "/public/receipts", "/public/data", "/public/statistics", "/public/black-spots");
    private static final String REPORT = "Vol à l’arraché";
    private static final String PLACE = "Boulevard Zerktouni, Casablanca";
    private static final Map<String, Object> CLAIM = Map.of("place", PLACE, "latitude", 33.5883, "longitude", -7.6322);

    @Test
    void isAccessibleAndInOneLanguage(Running suite) throws Exception {
        // Given
        var proposed = prepare(suite);
        var repository = SuiteDirectories.repositoryAround(Path.of("").toAbsolutePath());
        var walk = new PageWalk(PORTAL);

        // When
        try (var playwright = BrowserLauncher.playwright()) {
            var browser = BrowserLauncher.launch(playwright);
            for (var account :
                    List.of("intake", "analyst", "officer", "dispatcher", "unit1", "affairs", "commander", "auditor")) {
                var page = browser.newContext().newPage();
                // Films take time, and have no words.
                page.route(Pattern.compile("/content"), Route::abort);
                page.navigate(PORTAL + "/");
                page.fill("#username", account);
                page.fill("#password", account);
                page.click("#kc-login");
                page.waitForURL(PORTAL + "/**");
                var start = account.equals("officer") ? List.of("/dossiers/" + proposed, "/") : List.of("/");
                for (var code : List.of("ar", "fr", "en")) {
                    walk.of(page, start, code, new PageLanguage(code, repository).besides(REPORT, PLACE, "Lavf"));
                }
                page.context().close();
            }
            var everybody = browser.newContext().newPage();
            for (var code : List.of("ar", "fr", "en")) {
                walk.of(everybody, PUBLIC, code, new PageLanguage(code, repository));
            }
            everybody.context().close();
        }

        // Then
        System.out.printf(
                "[pages] %d pages of %d kinds%n", walk.pages(), walk.kinds().size());
        System.out.printf("[pages] forms: %s%n", walk.forms());
        walk.faults().forEach((kind, faults) -> System.out.printf("[pages] %s: %s%n", kind, faults));
        assertThat(walk.faults()).isEmpty();
        assertThat(walk.forms())
                .contains(
                        "/dossiers/{id}/urgency",
                        "/dossiers/{id}/verdict-proposals/{id}/decision",
                        "/examinations/{id}/redaction",
                        "/inquiries/{id}/closing",
                        "/items/terms/threshold",
                        "/known-footage",
                        "/missing-media/{id}/retry",
                        "/reports",
                        "/reports/{id}/media",
                        "/road-closures",
                        "/sources/{id}/switch");
        assertThat(walk.kinds())
                .contains(
                        "/ageing",
                        "/answer-texts",
                        "/answer-texts/{id}",
                        "/assignment",
                        "/black-spots",
                        "/clocks",
                        "/command-desk",
                        "/clocks/stages",
                        "/communiques",
                        "/communiques/new",
                        "/communiques/{id}",
                        "/dossiers",
                        "/dossiers/{id}",
                        "/dossiers/{id} opened",
                        "/escalation-policies",
                        "/exchange",
                        "/evidence/{id}/custody",
                        "/examinations/{id}",
                        "/incidents",
                        "/incidents/joint",
                        "/incidents/{id}",
                        "/inquiries",
                        "/inquiries/{id}",
                        "/intake",
                        "/items",
                        "/items/{id}",
                        "/known-footage",
                        "/known-footage/{id}",
                        "/missing-media",
                        "/missing-media/{id}",
                        "/patrol-plans",
                        "/patrol-plans/effect",
                        "/patrol-plans/new",
                        "/patrol-plans/{id}",
                        "/public/black-spots",
                        "/public/communiques",
                        "/public/data",
                        "/public/receipts",
                        "/public/statistics",
                        "/reports",
                        "/reports/new",
                        "/reports/{id}",
                        "/reports/{id} opened",
                        "/road-closures",
                        "/road-closures/new",
                        "/run-cards",
                        "/run-cards/new",
                        "/sources",
                        "/sources/new",
                        "/sources/{id}",
                        "/unit-tracks/{id}");
    }

    /**
     * Something in each state that a page can show.
     *
     * @return the dossier that waits for a decision: lists show others first, which earlier tests left
     */
    private static String prepare(Running suite) throws Exception {
        HiddenCases.in(suite);
        var story = suite.story();
        var clips = suite.newClips();
        var unit = story.availableUnit("UNIT-1", 33.5890, -7.6280);
        story.availableUnit("UNIT-2", 33.6100, -7.5200);
        var robbery = story.file("partner-press", REPORT, clips.robbery(), CLAIM);
        var dossier = story.readyDossier(robbery).path("id").asText();
        story.decide(
                "officer",
                dossier,
                story.propose(
                        "analyst",
                        dossier,
                        Map.of("verdict", "PRESUMED_OFFENCE", "reasons", "Le coup se voit à 0:04", "severity", 3)),
                "CONFIRM");
        story.assign(story.incidentOf(dossier).path("id").asText(), unit);
        var waiting = story.readyDossier(story.file("intake", "سرقة هاتف", clips.hoax(), CLAIM))
                .path("id")
                .asText();
        story.propose("analyst", waiting, Map.of("verdict", "FALSE_REPORT", "reasons", "Scène tournée pour un film"));
        suite.client()
                .post(
                        "intake",
                        INTAKE,
                        "/reports",
                        Map.of(
                                "channel", "DESK",
                                "text", "Vu sur un réseau",
                                "jurisdiction", "MA-CAS",
                                "mediaUrls", List.of("http://127.0.0.1:1/film.mp4")))
                .expect(201);
        return waiting;
    }
}
