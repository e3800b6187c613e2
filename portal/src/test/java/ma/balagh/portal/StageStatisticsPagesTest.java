package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class StageStatisticsPagesTest {

    private final FakeServices services = FakeSuite.services();
    private final Browser commander = Browser.of("hind", "commander");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void showsWhatKeptItsTargetWithTheTrend() {
        assertThat(commander.page("/clocks/stages?period=WEEK&jurisdiction=MA-CAS&lang=en"))
                .containsSubsequence(
                        "Opened until a unit is assigned", "1 min", "2 min", "75%", "15 of 20", "up from", "50%")
                .containsSubsequence("On scene until outcome", "25%", "down from", "50%")
                .containsSubsequence("Arrest until referral", "No data in this period")
                .contains("href=\"/clocks/stages/OPEN_TO_ASSIGNED?period=WEEK&amp;jurisdiction=MA-CAS\"");
        assertThat(services.last("GET /statistics/incident-stages").query()).contains("jurisdiction=MA-CAS");
    }

    @Test
    void leadsToTheIncidentsBehindAFigure() {
        assertThat(commander.page("/clocks/stages/OPEN_TO_ASSIGNED?lang=fr"))
                .contains(
                        "href=\"/incidents/" + Ids.INCIDENT + "\"",
                        "délai dépassé",
                        "/OPEN_TO_ASSIGNED/csv?period=MONTH");
        assertThat(commander.get("/clocks/stages/LUNCH").statusCode()).isEqualTo(404);
    }

    @Test
    void handsOutTheFile() {
        // Given
        services.answer(
                "GET /statistics/incident-stages/OPEN_TO_ASSIGNED/incidents.csv",
                200,
                "text/csv",
                "incidentId,seconds\r\n".getBytes(StandardCharsets.UTF_8),
                Map.of());

        // When
        var file = commander.get("/clocks/stages/OPEN_TO_ASSIGNED/csv?period=DAY");

        // Then
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"OPEN_TO_ASSIGNED.csv\"");
        assertThat(file.asString()).isEqualTo("incidentId,seconds\r\n");
    }

    @Test
    void letsAuditorsLookAndNobodyElse() {
        assertThat(Browser.of("salma", "auditor").page("/clocks/stages/OPEN_TO_ASSIGNED"))
                .doesNotContain("href=\"/incidents/");
        assertThat(Browser.of("karim", "dispatcher").get("/clocks/stages").statusCode())
                .isEqualTo(403);
    }
}
