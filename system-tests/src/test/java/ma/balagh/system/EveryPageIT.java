package ma.balagh.system;

import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import ma.balagh.platform.demo.Clips;
import ma.balagh.platform.part.Workplace;
import ma.balagh.platform.test.PageLanguage;
import ma.balagh.system.SuiteUnderTest.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page that the portal links to, of every role, in every language: accessible, and in one language. */
@ExtendWith(SuiteUnderTest.class)
final class EveryPageIT {

    private static final String PORTAL = "http://localhost:" + (8080 + SuiteUnderTest.PORT_OFFSET);
    private static final Map<String, Object> PLACE =
            Map.of("place", "Boulevard Zerktouni, Casablanca", "latitude", 33.5883, "longitude", -7.6322);

    @Test
    void isAccessibleAndInOneLanguage(Running suite) {
        // Given
        prepare(suite);
        var repository = Workplace.repositoryAround(Path.of("").toAbsolutePath());
        var faults = new TreeMap<String, Set<String>>();
        var kinds = new TreeSet<String>();
        var lists = new TreeSet<String>();

        // When
        try (var playwright = Chromium.playwright()) {
            var browser = Chromium.launch(playwright);
            for (var account :
                    List.of("intake", "analyst", "officer", "dispatcher", "unit1", "affairs", "commander", "auditor")) {
                var page = browser.newContext().newPage();
                page.navigate(PORTAL + "/");
                page.fill("#username", account);
                page.fill("#password", account);
                page.click("#kc-login");
                page.waitForURL(PORTAL + "/**");
                var walk = new PageWalk(page, PORTAL, faults, lists);
                for (var code : List.of("ar", "fr", "en")) {
                    kinds.addAll(walk.walk(code, new PageLanguage(code, repository)));
                }
                page.context().close();
            }
        }

        // Then
        assertThat(faults).isEmpty();
        assertThat(kinds)
                .contains(
                        "/assignment",
                        "/dossiers/{id}",
                        "/reports/{id}",
                        "/reports/new",
                        "/incidents/{id}",
                        "/evidence/{id}/custody",
                        "/sources/new",
                        "/clocks",
                        "/ageing",
                        "/intake",
                        "/inquiries/{id}");
    }

    /** Something in each state that a page can show. */
    private static void prepare(Running suite) {
        var story = suite.story();
        var clips = Clips.synthetic(suite.scratch(), 21_000);
        var unit = story.availableUnit("UNIT-1", 33.5890, -7.6280);
        story.availableUnit("UNIT-2", 33.6100, -7.5200);
        var robbery = story.file("partner-press", "Vol à l’arraché", clips.robbery(), PLACE);
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
        var waiting = story.readyDossier(story.file("intake", "سرقة هاتف", clips.hoax(), PLACE))
                .path("id")
                .asText();
        story.propose("analyst", waiting, Map.of("verdict", "FALSE_REPORT", "reasons", "Scène tournée pour un film"));
        var bribe = story.readyDossier(story.file("intake", "Corruption", clips.misconduct(), PLACE))
                .path("id")
                .asText();
        story.decide(
                "officer",
                bribe,
                story.propose(
                        "analyst",
                        bribe,
                        Map.of("verdict", "POLICE_MISCONDUCT", "reasons", "Un billet change de main")),
                "CONFIRM");
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
    }
}
