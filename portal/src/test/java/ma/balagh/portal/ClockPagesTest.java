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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class ClockPagesTest {

    private final FakeServices services = FakeSuite.services();
    private final Browser commander = Browser.of("hind", "commander");
    private final Browser auditor = Browser.of("salma", "auditor");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void showsEachStageWithTheTrend() {
        assertThat(commander.page("/clocks?period=WEEK&jurisdiction=MA-CAS&lang=en"))
                .containsSubsequence("Published until taken in", "75%", "the same as before", "75%")
                .containsSubsequence("Taken in until secured", "75%", "up from", "50%")
                .containsSubsequence("Examined until verdict proposed", "75%", "down from", "90%")
                .contains("href=\"/clocks/PUBLISHED_TO_TAKEN_IN?period=WEEK&amp;jurisdiction=MA-CAS\"")
                .doesNotContain("href=\"/clocks/OUTCOME_TO_REFERRED");
    }

    @Test
    void showsOfOneTypeTheStagesThatHaveOneAndSaysSo() {
        // When
        String page = commander.page("/clocks?type=STREET_ROBBERY&lang=en");

        // Then
        assertThat(page)
                .contains(
                        "before a verdict there is none",
                        "stage-PROPOSED_TO_CONFIRMED",
                        "hx-get=\"/clocks?period=MONTH&amp;type=STREET_ROBBERY\"")
                .doesNotContain("stage-SECURED_TO_EXAMINED", "Machine time");
        assertThat(services.last("GET /statistics/clocks").query()).contains("incidentType=STREET_ROBBERY");
        assertThat(commander.page("/clocks?lang=en"))
                .contains("stage-SECURED_TO_EXAMINED", "Machine time")
                .doesNotContain("before a verdict there is none");
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISHED_TO_TAKEN_IN,Signalement,/reports/" + Ids.REPORT + ",true",
        "TAKEN_IN_TO_SECURED,Pièce,/evidence/" + Ids.EVIDENCE + "/custody,true",
        "PROPOSED_TO_CONFIRMED,Dossier,/dossiers/" + Ids.DOSSIER + ",true",
        "CONFIRMED_TO_ASSIGNED,Intervention,/incidents/" + Ids.INCIDENT + ",false"
    })
    void leadsToWhatIsBehindAFigureAsFarAsTheViewerMayOpenIt(
            String stage, String subject, String address, boolean openToAuditors) {
        // Given
        String link = "href=\"" + address + "\"";
        String path = "/clocks/" + stage + "?lang=fr";

        // When // Then
        assertThat(commander.page(path))
                .contains("<th scope=\"col\">" + subject, link, "/clocks/" + stage + "/csv?period=MONTH");
        assertThat(auditor.page(path).contains(link)).isEqualTo(openToAuditors);
        assertThat(services.last("GET /statistics/clocks/" + stage + "/samples").query())
                .contains("limit=100");
    }

    @Test
    void saysWhatMissedItsTargetAndOfWhichTypeItWas() {
        assertThat(commander.page("/clocks/CONFIRMED_TO_ASSIGNED?lang=en"))
                .containsSubsequence("2 min", "missed target", "Snatching", "MA-CAS-ANFA");
        assertThat(commander.get("/clocks/LUNCH").statusCode()).isEqualTo(404);
    }

    @Test
    void handsOutTheFile() {
        // Given
        services.answer(
                "GET /statistics/clocks/PUBLISHED_TO_TAKEN_IN/samples.csv",
                200,
                "text/csv",
                "stage,seconds\r\n".getBytes(StandardCharsets.UTF_8),
                Map.of());

        // When
        var file = commander.get("/clocks/PUBLISHED_TO_TAKEN_IN/csv?period=DAY");

        // Then
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"PUBLISHED_TO_TAKEN_IN.csv\"");
        assertThat(file.asString()).isEqualTo("stage,seconds\r\n");
    }

    @Test
    void isForNobodyElse() {
        assertThat(Browser.of("karim", "dispatcher")
                        .get("/clocks/PUBLISHED_TO_TAKEN_IN")
                        .statusCode())
                .isEqualTo(403);
    }
}
