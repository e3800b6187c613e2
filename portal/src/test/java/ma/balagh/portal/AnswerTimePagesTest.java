package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class AnswerTimePagesTest {

    private final FakeServices services = FakeSuite.services();
    private final Browser commander = Browser.of("hind", "commander");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void isBehindTheSharesOfTheDesk() {
        assertThat(commander.page("/command-desk?lang=en"))
                .contains("<a href=\"/answer-times?week=0\">81%</a>", "<a href=\"/answer-times?week=1\">80%</a>");
    }

    @Test
    void saysWhichTerritoriesAndReportsAreBehindAShare() {
        assertThat(commander.page("/answer-times?lang=en"))
                .containsSubsequence(
                        "href=\"/answer-times?week=0&amp;jurisdiction=MA-CAS-ANFA\"",
                        "60",
                        "60%",
                        "30 of 50",
                        "10</td>",
                        "10</span>",
                        "2 h 0 min",
                        "id=\"territory-MA-CAS\"",
                        "—")
                .containsSubsequence(
                        "href=\"/reports/" + Ids.REPORT,
                        "كريساج &lt;b&gt;قديم",
                        "waiting for too long",
                        "6 d<",
                        "BLG-2",
                        "answered in time",
                        "2 h 0 min");
    }

    @Test
    void saysThatATerritoryAnsweredNoneInTime() {
        // Given
        services.answer(
                "GET /reports/answer-times",
                200,
                FakeServices.resource("answer-times.json").replace("\"withinTarget\": 30", "\"withinTarget\": 0"));

        // Then
        assertThat(commander.page("/answer-times?lang=en"))
                .containsSubsequence(
                        "id=\"territory-MA-CAS-ANFA\"", "<bdi>0%</bdi>", "0 of 50", "id=\"territory-MA-CAS\"");
    }

    @ParameterizedTest
    @CsvSource({"ar,أُجيب عنه في الأجل", "fr,répondu dans le délai", "en,answered in time"})
    void saysOfOneReportWhatTheDeskSaysOfMany(String language, String fate) {
        assertThat(commander.page("/answer-times?lang=" + language))
                .contains("<span class=\"chip\">" + fate + "</span>");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "3,21", "99,0", "x,0"})
    void asksForTheWeek(String week, int daysAgo) {
        // When
        commander.page("/answer-times?jurisdiction=MA-CAS&fate=LATE&week=" + week);

        // Then
        var asked = asked(services.last("GET /reports/answer-times/reports").query());
        assertThat(asked).containsEntry("jurisdiction", "MA-CAS").containsEntry("fate", "LATE");
        var to = Instant.parse(asked.get("to"));
        assertThat(Duration.between(to, Instant.now()))
                .isBetween(Duration.ofDays(daysAgo), Duration.ofDays(daysAgo + 1));
        assertThat(Duration.between(Instant.parse(asked.get("from")), to)).isEqualTo(Duration.ofDays(7));
        assertThat(asked(services.last("GET /reports/answer-times").query()))
                .doesNotContainKeys("jurisdiction", "fate")
                .containsEntry("to", asked.get("to"));
    }

    private static Map<String, String> asked(String query) {
        return Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    @Test
    void keepsTheListWhenTerritoriesAreAway() {
        // Given
        services.answer("GET /reports/answer-times", 503, "{}");

        // Then
        assertThat(commander.page("/answer-times?lang=en"))
                .contains("This part is not available", "href=\"/reports/" + Ids.REPORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake-officer", "auditor"})
    void isInFrontOfThoseWhoAnswerForIt(String role) {
        assertThat(Browser.of("somebody", role).page("/ageing")).contains("href=\"/answer-times\"");
        assertThat(Browser.of("somebody", role).get("/answer-times").statusCode())
                .isEqualTo(200);
    }

    @Test
    void isNoBusinessOfTheOthers() {
        assertThat(Browser.of("amina", "analyst").get("/answer-times").statusCode())
                .isEqualTo(403);
    }
}
