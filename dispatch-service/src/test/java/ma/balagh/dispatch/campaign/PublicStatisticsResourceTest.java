package ma.balagh.dispatch.campaign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months of long ago, which no other test has. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class PublicStatisticsResourceTest {

    private static final String PATH = "/api/v1/public/statistics";

    @Inject
    Database database;

    @BeforeEach
    void publishTwoMonths() {
        CampaignFixture.publish(database);
    }

    @Test
    void showsEverybodyWhatIsPublished() {
        var answer = given().queryParam("from", "2019-01")
                .queryParam("to", "2019-02")
                .get(PATH)
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=600")
                .header("Set-Cookie", nullValue())
                .body("from", equalTo("2019-01"))
                .body("to", equalTo("2019-02"))
                .body("computedAt", equalTo("2019-04-01T00:00:00.000Z"))
                .body("country.name.fr", equalTo("Maroc"))
                .body("country.total.takenIn", equalTo(205))
                .body("country.total.examined", nullValue())
                .body("country.total.falseReports", equalTo(15))
                .body("country.months", hasSize(2))
                .body("country.months[0].month", equalTo("2019-01"))
                .body("country.months[0].figures.takenIn", equalTo(105))
                .body("country.months[0].figures.answered", equalTo(55))
                .body("country.months[0].figures.presumedOffences", equalTo(40))
                .body("country.months[0].figures.falseReports", nullValue())
                .body("country.months[0].waiting.total", equalTo(20))
                .body("country.months[0].paces[0].p50", equalTo(600))
                .body("country.months[0].paces[0].p95", nullValue())
                .body("areas.area", equalTo(List.of("MA-CAS")))
                .body("areas[0].name.ar", equalTo("الدار البيضاء"))
                .body("areas[0].months[0].figures.takenIn", equalTo(50))
                .body("method.fr", containsString("multiple de cinq"))
                .body("method.ar", containsString("لخمسة"));
        given().queryParam("from", "2019-01")
                .queryParam("to", "2019-02")
                .header("If-None-Match", answer.extract().header("ETag"))
                .get(PATH)
                .then()
                .statusCode(304);
    }

    @Test
    void offersTheSameAsATable() {
        var lines = given().queryParam("from", "2019-01")
                .queryParam("to", "2019-01")
                .get(PATH + ".csv")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .header("Cache-Control", "public, max-age=600")
                .header("Link", matchesPattern("<http[^>]+/public/statistics#method>; rel=\"describedby\""))
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).startsWith("month,area,taken_in,").endsWith("outcome_to_referred_p95_seconds");
        assertThat(lines.get(1)).startsWith("2019-01,MA,105,,55,40,,,,20,20,,,,600,,");
        assertThat(lines.get(2)).startsWith("2019-01,MA-CAS,50,,");
        assertThat(lines.stream().map(line -> line.split(",", -1).length)).containsOnly(32);
    }

    @Test
    void showsNothingOfMonthsThatAreNotPublished() {
        given().queryParam("from", "2018-01")
                .queryParam("to", "2018-02")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("from", nullValue())
                .body("country.months", hasSize(0))
                .body("areas", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"from, 2019", "from, 2019-13", "to, 1999-01", "to, yesterday"})
    void refusesWhatIsNoMonth(String parameter, String value) {
        given().queryParam(parameter, value)
                .get(PATH)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(parameter));
    }
}
