package ma.balagh.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.balagh.platform.test.PauseProbe;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two dispatchers at their desks, each at other replicas of portal and dispatch: each sees at once whom the other sends. */
@Tag("long")
@ExtendWith(SuiteUnderTest.class)
@DisabledIfSystemProperty(
        named = SuiteUnderTest.FLAVOUR,
        matches = "native",
        disabledReason = "The second replicas are JVMs.")
final class TwoDesksIT {

    private static final String UNIT = "DESK-1";
    private static final double LATITUDE = 33.6000;
    private static final double LONGITUDE = -7.5400;
    /** From each desk to the other, by turns; the first ones find cold processes. */
    private static final int TIMES = 12;

    private static final int WARM_UP = 24;
    /** Looked at with each frame, while assertions look ever more seldom. */
    private static final String SHOWS = "([row, unit]) => document.querySelector(row)?.textContent.includes(unit)";

    private static final Duration LATEST = Duration.ofSeconds(1);

    @AutoClose
    private final PortalBrowser browser = new PortalBrowser();

    @Test
    void showsWithinASecondWhomTheOtherDeskSends(Running suite) throws IOException {
        // Given
        suite.story().availableUnit(UNIT, LATITUDE, LONGITUDE);
        var incidentId =
                suite.story().incident(suite.newClip(), 3, Map.of("latitude", LATITUDE, "longitude", LONGITUDE));
        try (var replica = DeskReplica.start(suite.suite().workplace());
                var machine = PauseProbe.start(() -> {})) {
            var desks = List.of(desk(SuiteUnderTest.PORTAL, incidentId), desk(replica.address(), incidentId));
            var delays = new ArrayList<Duration>();
            for (int time = 0; time < WARM_UP + TIMES; time++) {
                var here = desks.get(time % 2);
                var there = desks.get(1 - time % 2);

                // When
                send(here);
                there.waitForFunction(SHOWS, List.of("#row-" + incidentId, UNIT));
                var seen = Instant.now();
                var assignment = lastAssignment(suite, incidentId);
                delays.add(Duration.between(
                        Instant.parse(assignment.path("assignedAt").asText()), seen));
                callBack(suite, assignment.path("id").asText());
                assertThat(unitOf(here, incidentId)).hasCount(0);
                assertThat(unitOf(there, incidentId)).hasCount(0);
            }

            // Then
            var judged =
                    delays.subList(WARM_UP, delays.size()).stream().sorted().toList();
            System.out.printf(
                    "%d units seen at the other desk after p50 %d, at most %d ms; the machine paused for %d ms%n",
                    TIMES,
                    judged.get(TIMES / 2).toMillis(),
                    judged.getLast().toMillis(),
                    machine.longest().toMillis());
            // While the machine itself stands still, nothing can be on time.
            assertThat(judged.getLast()).isLessThanOrEqualTo(LATEST.plus(machine.longest()));
        }
    }

    /** Signed in at the suite's portal: cookies hold for every port, as they do for all replicas behind one address. */
    private Page desk(URI portal, String incidentId) {
        var path = "/incidents?lang=fr&chosen=" + incidentId;
        var page = browser.signIn("dispatcher", path);
        page.navigate(portal + path);
        assertThat(page.locator("#chosen [data-assign]").first()).isVisible();
        return page;
    }

    private static void send(Page desk) {
        desk.locator("#chosen [data-assign]")
                .filter(new Locator.FilterOptions().setHasText(UNIT))
                .first()
                .click();
    }

    private static Locator unitOf(Page desk, String incidentId) {
        return desk.locator("#row-" + incidentId).getByText(UNIT);
    }

    private static JsonNode lastAssignment(Running suite, String incidentId) {
        var assignments = suite.client()
                .get("dispatcher", DISPATCH, "/incidents/" + incidentId)
                .expect(200)
                .path("assignments");
        return assignments.get(assignments.size() - 1);
    }

    private static void callBack(Running suite, String assignmentId) {
        suite.client()
                .post(
                        "dispatcher",
                        DISPATCH,
                        "/assignments/" + assignmentId + "/stand-down",
                        Map.of("reason", "Needed elsewhere"))
                .expect(200);
    }
}
