package ma.balagh.dispatch.communique;

import static io.restassured.RestAssured.given;
import static ma.balagh.dispatch.Story.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.dispatch.campaign.CampaignFixture;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody drafts or reads communiqués of areas within areas and of periods that overlap, and subtracts. What they have then
 * is what the public statistics say, and nothing else.
 */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class FiguresCommuniqueTest {

    private static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");
    private static final YearMonth FIRST = CampaignFixture.FIRST;
    private static final YearMonth SECOND = CampaignFixture.SECOND;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @BeforeEach
    void publishTwoMonths() {
        CampaignFixture.publish(database);
    }

    @ParameterizedTest
    @CsvSource({
        "MA, 2019-01, 2019-01",
        "MA, 2019-02, 2019-02",
        "MA, 2019-01, 2019-02",
        "MA-CAS, 2019-01, 2019-01",
        "MA-CAS, 2019-01, 2019-02",
        "MA-ZAG, 2019-01, 2019-02"
    })
    void saysWhatThePublicStatisticsSay(String area, YearMonth first, YearMonth last) {
        // When
        var text = text(area, first, last);

        // Then
        var statistics = given().queryParam("from", first.toString())
                .queryParam("to", last.toString())
                .get("/api/v1/public/statistics")
                .jsonPath();
        assertThat(numbers(text)).isEqualTo(published(statistics, area));
    }

    @Test
    void saysHowManyWaitAndPromisesNothing() {
        var drafted = draft("MA", start(FIRST), start(SECOND.plusMonths(1)))
                .statusCode(201)
                .body("findings.size()", equalTo(0))
                .body("texts.en", containsString("- reports taken in: 205"))
                .body("texts.en", containsString("- without an answer on 28 February 2019: 20"))
                .body("texts.en", containsString("- examined: fewer than 10"))
                .body("texts.fr", containsString("- sans réponse au 28 février 2019\u00a0: 20"))
                .body("texts.ar", containsString("- بلا جواب بتاريخ 28 فبراير 2019: 20"));
        assertThat(drafted.extract().jsonPath().getMap("texts").values())
                .noneMatch(text ->
                        Stream.of("every", "chacune", "Chaque vidéo", "كل شريط").anyMatch(text.toString()::contains));
    }

    @Test
    void tellsNothingOfWhatHappenedSince() {
        // Given
        var before = text("MA-CAS", FIRST, SECOND);
        var latest = draft("MA-CAS", null, null).extract().path("texts.en");

        // When
        for (int k = 0; k < 6; k++) {
            var incidentId = Story.incident(kafka);
            Story.onScene(incidentId, Story.unit(Story.callSign()));
            Story.outcome(incidentId, "ARRESTED", 1).statusCode(200);
        }

        // Then
        assertThat(text("MA-CAS", FIRST, SECOND)).isEqualTo(before);
        draft("MA-CAS", null, null).body("texts.en", equalTo(latest));
    }

    @ParameterizedTest
    @CsvSource({
        "MA-CAS-ANFA, 2019-01-01T00:00:00+01:00, 2019-02-01T00:00:00+01:00, jurisdiction",
        "MA-NOWHERE,  2019-01-01T00:00:00+01:00, 2019-02-01T00:00:00+01:00, jurisdiction",
        "MA-CAS,      2019-01-02T00:00:00+01:00, 2019-02-01T00:00:00+01:00, from",
        "MA-CAS,      2019-01-01T00:00:01+01:00, 2019-02-01T00:00:00+01:00, from",
        "MA-CAS,      2019-01-01T00:00:00+01:00, 2019-01-31T00:00:00+01:00, to",
        "MA-CAS,      2019-01-01T00:00:00+01:00, 2019-02-01T00:00:00Z, to",
        "MA-CAS,      2019-01-01T00:00:00+01:00, 2019-01-01T00:00:00+01:00, from",
        "MA-CAS,      2018-12-01T00:00:00+01:00, 2019-02-01T00:00:00+01:00, from",
        "MA-CAS,      2012-01-01T00:00:00Z, 2019-02-01T00:00:00+01:00, from",
        "MA-CAS,      2019-01-01T00:00:00+01:00, 2999-02-01T00:00:00+01:00, to",
        "MA-CAS,      -1000000000-01-01T00:00:00Z, 2019-02-01T00:00:00+01:00, from"
    })
    void refusesAreasAndPeriodsThatAreNotPublished(String area, String from, String to, String field) {
        draft(area, from, to).statusCode(400).body("violations[0].field", equalTo(field));
    }

    private static String text(String area, YearMonth first, YearMonth last) {
        return draft(area, start(first), start(last.plusMonths(1)))
                .statusCode(201)
                .extract()
                .path("texts.en");
    }

    private static String start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZONE).toInstant().toString();
    }

    private static ValidatableResponse draft(String area, @Nullable String from, @Nullable String to) {
        var body = new HashMap<String, Object>(Map.of("jurisdiction", area, "kind", "FIGURES"));
        body.put("from", from);
        body.put("to", to);
        return as(CommuniqueResourceTest.AMAL)
                .body(body)
                .post("/api/v1/communiques")
                .then();
    }

    private static List<String> numbers(String text) {
        return text.lines()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(line.lastIndexOf(": ") + 2))
                .toList();
    }

    /** In the order of the lines. */
    private static List<String> published(JsonPath statistics, String area) {
        JsonPath shown = area.equals("MA") ? statistics.setRootPath("country") : ofCity(statistics, area);
        return Stream.of(
                        "total.takenIn",
                        "total.examined",
                        "total.answered",
                        "total.presumedOffences",
                        "total.falseReports",
                        "total.knownCases",
                        "total.otherAnswers",
                        "months[-1].waiting.total")
                .map(figure -> shown.getString(figure))
                .map(number -> number == null ? "fewer than 10" : number)
                .toList();
    }

    /** Where a city is not listed it has fewer than ten of everything. */
    private static JsonPath ofCity(JsonPath statistics, String area) {
        int at = statistics.<String>getList("areas.area").indexOf(area);
        return at < 0
                ? JsonPath.from("{\"total\": {}, \"months\": [{\"waiting\": {}}]}")
                : statistics.setRootPath("areas[%d]".formatted(at));
    }
}
