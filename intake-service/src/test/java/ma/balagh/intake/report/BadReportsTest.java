package ma.balagh.intake.report;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.CASABLANCA_OFFICER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.UNIT;
import static ma.balagh.intake.People.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import ma.balagh.intake.Filed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
final class BadReportsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                             | channel
            {"channel": "PRESS"}                                                           | url
            {"channel": "PRESS", "text": "  "}                                             | url
            {"channel": "PRESS", "mediaUrls": []}                                          | url
            {"channel": "RADIO", "text": "x"}                                              | channel
            {"channel": "PRESS", "text": "x", "colour": "red"}                             | colour
            {"channel": "PRESS", "text": "x", "publishedAt": "2126-01-01T00:00:00Z"}       | publishedAt
            {"channel": "PRESS", "text": "x", "publishedAt": "yesterday"}                  | publishedAt
            {"channel": "PRESS", "text": "x", "claim": {"occurredAt": "2126-01-01T00:00:00Z"}} | claim.occurredAt
            {"channel": "PRESS", "text": "x", "claim": {"latitude": 91, "longitude": 0}}   | claim.latitude
            {"channel": "PRESS", "text": "x", "claim": {"latitude": 0, "longitude": -181}} | claim.longitude
            {"channel": "PRESS", "text": "x", "claim": {"latitude": 33.5}}                 | claim.longitude
            {"channel": "PRESS", "url": "ftp://example.org/a"}                             | url
            {"channel": "PRESS", "url": "/relative"}                                       | url
            {"channel": "PRESS", "url": "http://user:pw@example.org/"}                     | url
            {"channel": "PRESS", "url": "https://user@example_org/"}                       | url
            {"channel": "PRESS", "mediaUrls": ["https://user:pw@example.org/a.mp4"]}       | mediaUrls[0]
            {"channel": "PRESS", "mediaUrls": ["https://example.org/a", "file:///etc/passwd"]} | mediaUrls[1]
            {"channel": "PRESS", "text": "x", "language": "not a language"}                | language
            {"channel": "PRESS", "text": "x", "jurisdiction": "casablanca"}                | jurisdiction
            {"channel": "PRESS", "text": "a\\u0000b"}                                      | text
            {"channel": "PRESS", "text": "a\\ud800b"}                                      | text
            """)
    void namesTheFieldThatIsWrong(String json, String field) {
        Filed.post(OFFICER, json)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field));
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Filed.post(OFFICER, """
                        {"title": "%s", "text": "%s", "claim": {"latitude": 91, "longitude": 181}}
                        """.formatted("x".repeat(501), "y".repeat(20_001)))
                .statusCode(400)
                .body("violations", hasSize(5));
    }

    @Test
    void refusesWhatIsTooLongToBeMatchedOrIndexed() {
        refuses(
                "jurisdiction",
                "{\"channel\": \"DESK\", \"text\": \"x\", \"jurisdiction\": \"MA%s\"}",
                "-A".repeat(10_000));
        refuses("url", "{\"channel\": \"DESK\", \"url\": \"https://%s/\"}", "ش".repeat(2_000));
        refuses("mediaUrls[0]", "{\"channel\": \"DESK\", \"mediaUrls\": [\"https://%s/a.mp4\"]}", "a.".repeat(1_000));
    }

    private static void refuses(String field, String json, String longText) {
        Filed.post(OFFICER, json.formatted(longText)).statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void refusesAReportOutsideTheSendersJurisdictions() {
        Filed.post(CASABLANCA_OFFICER, """
                        {"channel": "DESK", "text": "x", "jurisdiction": "MA-RAB"}
                        """)
                .statusCode(400)
                .body("violations[0].message", equalTo("lies outside your jurisdictions"));
    }

    @Test
    void allowsAPublishersClockToBeALittleFast() {
        Filed.post(OFFICER, """
                        {"channel": "PRESS", "text": "x", "publishedAt": "%s"}
                        """.formatted(Instant.now().plus(Duration.ofMinutes(1))))
                .statusCode(201);
    }

    @Test
    void refusesABodyThatIsNoReport() {
        for (String body : new String[] {"", "[]", "{", "null", "\"text\""}) {
            Filed.post(OFFICER, body).statusCode(400);
        }
        Filed.post(OFFICER, "{\"channel\": \"PRESS\", \"text\": \"" + "x".repeat(2_000_000) + "\"}")
                .statusCode(413);
    }

    @Test
    void letsNobodyInWithoutTheRightToken() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Filed.REPORT)
                .post("/api/v1/reports")
                .then()
                .statusCode(401);
        Filed.post(OFFICER.expired(), Filed.REPORT).statusCode(401);
        Filed.post(OFFICER.withAudience("another"), Filed.REPORT).statusCode(401);
        Filed.post(ANALYST, Filed.REPORT).statusCode(403);
        as(UNIT).get("/api/v1/reports").then().statusCode(403);
    }

    @Test
    void knowsNoReportUnderAWrongId() {
        as(OFFICER)
                .get("/api/v1/reports/019ab000-0000-7000-8000-000000000001")
                .then()
                .statusCode(404);
        as(OFFICER).get("/api/v1/reports/not-an-id").then().statusCode(404);
    }
}
