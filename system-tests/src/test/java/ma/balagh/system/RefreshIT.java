package ma.balagh.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that refresh by themselves, with somebody working on them. */
@Tag("long")
@ExtendWith(SuiteUnderTest.class)
final class RefreshIT {

    private static final int REFRESHES = 100;
    private static final Path PORTAL = Path.of("..", "portal", "src");

    /** What ends by itself within seconds; the portal's own tests refresh them. */
    private static final List<String> PASSING = List.of(
            "dossier-page.html",
            "link-page.html",
            "patrol-plan-page.html",
            "rendition-list.html",
            "rendition-page.html");

    @AutoClose
    private final PortalBrowser browser = new PortalBrowser();

    /** @param template whose page it is */
    private record Live(String template, String account, String path) {}

    @Test
    void takesNothingFromWhoeverWorksOnAPage(Running suite) throws IOException {
        // Given
        var sourceId = suite.client()
                .post(
                        "intake",
                        INTAKE,
                        "/sources",
                        Map.of("name", "Presse muette", "kind", "WEBHOOK", "jurisdiction", "MA-CAS"))
                .expect(201)
                .path("id")
                .asText();
        var incidentId = incident(suite);
        var assignmentId = suite.story().assign(incidentId, suite.story().availableUnit("UNIT-2", 33.6100, -7.5200));
        var pages = List.of(
                new Live("ageing-page.html", "intake", "/ageing"),
                new Live("assignment-page.html", "unit2", "/assignment"),
                new Live("clock-page.html", "commander", "/clocks"),
                new Live("calls.html", "commander", "/command-desk"),
                new Live("command-desk-page.html", "commander", "/command-desk"),
                new Live("dossier-list.html", "analyst", "/dossiers"),
                new Live("dossier-list.html", "officer", "/dossiers"),
                new Live("incident-list.html", "dispatcher", "/incidents"),
                new Live("incident-list.html", "commander", "/incidents"),
                new Live("incident-page.html", "dispatcher", "/incidents/" + incidentId),
                new Live("inquiry-list.html", "affairs", "/inquiries"),
                new Live("intake-page.html", "intake", "/intake"),
                new Live("item-list.html", "intake", "/items?standing=ALL"),
                new Live("link-list.html", "intake", "/missing-media"),
                new Live("report-list.html", "analyst", "/reports"),
                new Live("report-list.html", "intake", "/reports"),
                new Live("report-list.html", "auditor", "/reports"),
                new Live("unit-list.html", "dispatcher", "/units"),
                new Live("source-list.html", "intake", "/sources"),
                new Live("source-page.html", "intake", "/sources/" + sourceId));
        assertThat(pages.stream().map(Live::template)).containsAll(refreshed()).doesNotContainAnyElementsOf(PASSING);

        // When
        var faults = new ArrayList<String>();
        for (var live : pages) {
            var page = signIn(live);
            var found = (List<?>) page.evaluate("times => person.live(times)", REFRESHES);
            found.forEach(fault -> faults.add("%s, %s: %s".formatted(live.path(), live.account(), fault)));
            page.context().close();
        }

        // Then
        assertThat(faults).isEmpty();
        suite.story().progress("unit2", assignmentId, "CLEARED");
    }

    private Page signIn(Live live) throws IOException {
        var page = browser.page();
        page.setViewportSize(800, 480);
        PortalBrowser.signIn(page, live.account(), live.path());
        // What a stream tells is fetched as polling does it; without streams each refresh is the test's own.
        page.addInitScript("delete window.EventSource");
        page.addInitScript(Files.readString(PORTAL.resolve("test/resources/browser/person.js")));
        page.navigate(SuiteUnderTest.PORTAL + live.path());
        assertThat(page.locator("[data-live]")).hasCount(live.path().equals("/command-desk") ? 2 : 1);
        return page;
    }

    private static String incident(Running suite) {
        var story = suite.story();
        var filed = story.file("partner-press", "Vol à l'arraché", suite.newClip(), Map.of());
        var dossierId = story.readyDossier(filed).path("id").asText();
        var proposalId = story.propose(
                "analyst",
                dossierId,
                Map.of(
                        "verdict",
                        "PRESUMED_OFFENCE",
                        "reasons",
                        "Images continues, aucun montage",
                        "severity",
                        3,
                        "latitude",
                        33.59,
                        "longitude",
                        -7.62));
        story.decide("officer", dossierId, proposalId, "CONFIRM").expect(200);
        return story.incidentOf(dossierId).path("id").asText();
    }

    private static TreeSet<String> refreshed() throws IOException {
        try (var files = Files.walk(PORTAL.resolve("main/resources/templates"))) {
            var names = new TreeSet<String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file).contains("hx-trigger=\"every ")) {
                    names.add(file.getFileName().toString());
                }
            }
            names.removeAll(PASSING);
            return names;
        }
    }
}
