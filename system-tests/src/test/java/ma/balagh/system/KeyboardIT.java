package ma.balagh.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A whole incident, from the alert to the referral file, by two people without a mouse. */
@Tag("long")
@ExtendWith(SuiteUnderTest.class)
final class KeyboardIT {

    private static final double LATITUDE = 33.6100;
    private static final double LONGITUDE = -7.5200;

    @AutoClose
    private final PortalBrowser browser = new PortalBrowser();

    @Test
    void leadsAnIncidentFromTheAlertToTheReferralFile(Running suite) throws IOException {
        // Given: both wait for something to happen
        suite.story().availableUnit("UNIT-2", LATITUDE, LONGITUDE);
        var dispatcher = KeyboardUser.signIn(browser, "dispatcher", "/incidents?lang=en");
        var unit = KeyboardUser.signIn(browser, "unit2", "/assignment?lang=en");

        // When
        var incidentId =
                suite.story().incident(suite.newClip(), 4, Map.of("latitude", LATITUDE, "longitude", LONGITUDE));
        send(dispatcher, incidentId);
        attend(unit);
        conclude(dispatcher, incidentId);

        // Then
        var incident = suite.client().get("commander", DISPATCH, "/incidents/" + incidentId);
        assertThat(incident.expect(200).path("state").asText()).isEqualTo("REFERRED");
        try (var file = new ZipFile(referralFile(dispatcher).toFile())) {
            assertThat(file.stream().map(ZipEntry::getName))
                    .contains("report.pdf", "timeline.pdf", "META-INF/signature001.p7s")
                    .anyMatch(name -> name.startsWith("evidence/"));
        }
    }

    /** The incident comes to the desk while it is open; a number goes to the unit, and Enter sends it. */
    private static void send(KeyboardUser dispatcher, String incidentId) {
        var row = "#row-" + incidentId + " .row-link";
        dispatcher.waitFor(row);
        dispatcher.walkTo(row, "j");
        dispatcher.press("Enter");
        dispatcher.waitFor("#chosen [data-assign]");
        var offered = dispatcher.at("#chosen [data-assign]").allInnerTexts();
        var key = 1
                + offered.stream()
                        .takeWhile(label -> !label.contains("UNIT-2\u2069"))
                        .count();
        assertThat(key).as("key of UNIT-2 in %s", offered).isBetween(1L, 9L);
        dispatcher.press(String.valueOf(key));
        dispatcher.leave("Enter");
        dispatcher.waitFor(".note-good");
        assertThat(dispatcher.at("#row-" + incidentId)).containsText("UNIT-2");
    }

    private static void attend(KeyboardUser unit) {
        var steps = List.of("ASSIGNED", "ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE");
        for (int step = 1; step < steps.size(); step++) {
            unit.use("#next-" + steps.get(step));
            unit.waitFor(".progress li[aria-current]:nth-child(%d)".formatted(step + 1));
        }
        unit.use("#add-arrested button[value=false]");
        unit.waitFor("#arrested-1");
        var missing = unit.at("#arrested-1 .missing button");
        for (int duties = missing.count(); duties > 0; duties--) {
            assertThat(missing).hasCount(duties);
            unit.use("#arrested-1 .missing button");
        }
        unit.waitFor("#rights .mark.good");
        unit.use("#clear-question summary");
        unit.use("#clear-question button");
        unit.waitFor("#idle");
    }

    private static void conclude(KeyboardUser dispatcher, String incidentId) {
        dispatcher.follow("#chosen a[href='/incidents/" + incidentId + "']");
        dispatcher.waitFor("#outcome-form");
        dispatcher.walkTo("#outcome-form input[name=kind]", "Tab");
        dispatcher.press("Space");
        dispatcher.walkTo("#outcome-form input[value=ARRESTED]:checked", "ArrowDown");
        dispatcher.type("#outcome-form textarea[name=note]", "Interpellé à proximité, objet retrouvé");
        dispatcher.follow("#outcome-form > .actions button");
        dispatcher.waitFor("#outcome-noted");
        dispatcher.type("#referral-form input[name=court]", "Tribunal de première instance de Casablanca");
        dispatcher.type("#referral-form input[name=reference]", "TPI-CAS-2026/2");
        dispatcher.leave("Enter");
        dispatcher.waitFor("#referral-noted");
    }

    private static Path referralFile(KeyboardUser dispatcher) {
        dispatcher.type("#referral-file input[name=purpose]", "Remise au parquet de Casablanca");
        return dispatcher
                .page()
                .waitForDownload(() -> dispatcher.press("Enter"))
                .path();
    }
}
