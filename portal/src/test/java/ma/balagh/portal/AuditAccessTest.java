package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import ma.balagh.portal.shell.NavigationSection;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads the audit trail, and what else the protection officer may open: nothing. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class AuditAccessTest {

    private static final String PAGE = "/audit";

    private final FakeServices services = FakeSuite.services();
    private final Browser auditor = Browser.of("nadia", "auditor");
    private final Browser protection = Browser.of("protection", "data-protection-officer");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void showsTheProtectionOfficerTheTrailWithoutAWayToTheRecords() {
        // Given
        assertThat(protection.get("/").header("Location")).endsWith(PAGE);

        // When
        String page = protection.page(PAGE + "?lang=en");

        // Then
        assertThat(page)
                .contains(
                        "Evidence consulted", "<span class=\"id\">" + Ids.EVIDENCE, "<span class=\"id\">" + Ids.REPORT)
                .contains("aria-current=\"page\"");
        assertThat(page)
                .doesNotContain(
                        "<a class=\"id\"", "href=\"/evidence", "href=\"/dossiers", "href=\"/reports", "href=\"/clocks");
    }

    @ParameterizedTest
    @EnumSource(
            value = NavigationSection.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"AUDIT", "INQUIRIES"})
    void refusesTheProtectionOfficerEveryOtherDesk(NavigationSection desk) {
        assertThat(protection.get(desk.path()).statusCode()).isEqualTo(403);
        assertThat(services.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/dossiers/", "/examinations/", "/reports/", "/incidents/", "/court-decisions/", "/unit-tracks/"
            })
    void refusesTheProtectionOfficerEachRecord(String path) {
        assertThat(protection.get(path + Ids.DOSSIER).statusCode()).isEqualTo(403);
        assertThat(protection.get("/evidence/" + Ids.EVIDENCE + "/custody").statusCode())
                .isEqualTo(403);
        assertThat(services.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "intake-officer",
                "analyst",
                "judicial-officer",
                "dispatcher",
                "field-unit",
                "internal-affairs",
                "commander",
                "partner"
            })
    void isNoBusinessOfOthers(String role) {
        assertThat(Browser.of("somebody", role).get(PAGE).statusCode()).isEqualTo(403);
        assertThat(services.calls()).isEmpty();
    }

    @Test
    void standsInTheNavigationOfAuditors() {
        assertThat(auditor.page("/clocks")).contains("href=\"/audit\"");
        assertThat(Browser.of("hind", "commander").page("/clocks")).doesNotContain("href=\"/audit\"");
    }
}
