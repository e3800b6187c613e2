package ma.balagh.http;

import static ma.balagh.http.Requests.SAMPLES;
import static ma.balagh.http.Requests.by;
import static ma.balagh.http.Requests.byAnalyst;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import ma.balagh.platform.test.TestPostgres;
import ma.balagh.platform.test.TestTokens;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ProblemsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "a", "colour_": "RED"}            | colour_        | UNKNOWN_FIELD | unknown field
            {"name": "a", "place": {"height": 3}}      | place.height   | UNKNOWN_FIELD | unknown field
            {"name": "a", "colour": "BLUE"}            | colour         | NOT_ONE_OF    | must be one of RED, GREEN
            {"name": "a", "colour": 1}                 | colour         | NOT_ONE_OF    | must be one of RED, GREEN
            {"name": "a", "count": "three"}            | count          | MALFORMED     | must be a whole number
            {"name": "a", "count": 1.5}                | count          | MALFORMED     | must be a whole number
            {"name": "a", "count": "3"}                | count          | MALFORMED     | must be a whole number
            {"name": "a", "flag": "yes"}               | flag           | MALFORMED     | must be true or false
            {"name": 5}                                | name           | MALFORMED     | must be text
            {"name": "a", "other": "no-id"}            | other          | MALFORMED     | must be a UUID
            {"name": "a", "at": "yesterday"}           | at             | MALFORMED     | must be a time of RFC 3339, such as 2026-11-25T08:30:00.000Z
            {"name": "a", "at": 1764057600}            | at             | MALFORMED     | must be a time of RFC 3339, such as 2026-11-25T08:30:00.000Z
            {"name": "a", "at": "2026-11-25T08:30Z"}   | at             | MALFORMED     | must be a time of RFC 3339, such as 2026-11-25T08:30:00.000Z
            {"name": "a", "place": {"latitude": "x"}}  | place.latitude | MALFORMED     | must be a number
            {"name": "a", "place": {"latitude": 91}}   | place.latitude | TOO_LARGE     | must be less than or equal to 90
            {"name": "a", "place": []}                 | place          | MALFORMED     | must be an object
            {"name": "a", "tags": "x"}                 | tags           | MALFORMED     | must be a list
            {"name": "a", "tags": ["x", ""]}           | tags[1]        | REQUIRED      | must not be blank
            {"name": "a", "tags": ["x", {}]}           | tags[1]        | MALFORMED     | must be text
            {"name": "a", "range": {"from": 2, "to": 1}} | range        | MALFORMED     | must not end before it begins
            {"name": "a", "range": {"from": 2, "to": null}} | range.to  | MALFORMED     | must be a whole number
            {"name": "a\\u0000b"}                      | name           | MALFORMED     | must not contain control characters or half a surrogate pair
            {"name": "a\\u001bb"}                      | name           | MALFORMED     | must not contain control characters or half a surrogate pair
            {"name": "a\\ud800b"}                      | name           | MALFORMED     | must not contain control characters or half a surrogate pair
            {"name": "a\\udc00"}                       | name           | MALFORMED     | must not contain control characters or half a surrogate pair
            {"name": "a", "tags": ["x", "\\u0007"]}    | tags[1]        | MALFORMED     | must not contain control characters or half a surrogate pair
            {"name": "a", "place": {"city": "\\u0000"}} | place.city    | MALFORMED     | must not contain control characters or half a surrogate pair
            {"name": ""}                               | name           | REQUIRED      | must not be blank
            {"name": "a", "name": "b"}                 | body           | MALFORMED     | is not valid JSON: line 1, column 21
            {"name": "a"                               | body           | MALFORMED     | is not valid JSON: line 1, column 13
            {"name": "a"} {}                           | body           | MALFORMED     | must end after its first value
            []                                         | body           | MALFORMED     | must be an object
            null                                       | body           | REQUIRED      | must not be empty
            """)
    void namesTheFieldOfABodyThatIsWrong(String body, String field, String code, String message) {
        // When
        Response response = byAnalyst().body(body).post(SAMPLES);

        // Then
        assertProblem(response, 400, "bad-request");
        assertThat(response.jsonPath().getList("violations", Map.class))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsAllEntriesOf(Map.of("field", field, "code", code, "message", message));
    }

    @Test
    void namesNoMoreThanTheFirstHundredFaults() {
        // Given
        var tags = String.join(",", Collections.nCopies(1000, "\"\""));

        // When
        Response response = byAnalyst()
                .body("{\"name\": \"x\", \"tags\": [%s]}".formatted(tags))
                .post(SAMPLES);

        // Then
        assertProblem(response, 400, "bad-request");
        assertThat(response.jsonPath().getList("violations")).hasSize(100);
    }

    @Test
    void refusesAMissingBodyEvenWhereTheResourceDoesNotLook() {
        // When
        Response response = byAnalyst().post(SAMPLES + "/bare");

        // Then
        assertProblem(response, 400, "bad-request");
        assertThat(response.jsonPath().getString("violations[0].field")).isEqualTo("body");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=0        | limit  | OUT_OF_RANGE  | must be a whole number from 1 to 200
            limit=201      | limit  | OUT_OF_RANGE  | must be a whole number from 1 to 200
            limit=ten      | limit  | OUT_OF_RANGE  | must be a whole number from 1 to 200
            cursor=!       | cursor | MALFORMED     | must be the next of an earlier page
            cursor=YWJj    | cursor | MALFORMED     | must be the next of an earlier page
            colour=BLUE    | colour | NOT_ONE_OF    | must be one of RED, GREEN
            from=yesterday | from   | MALFORMED     | must be a time of RFC 3339, such as 2026-11-25T08:30:00.000Z
            other=no-id    | other  | MALFORMED     | must be a UUID
            q=a%00b        | q      | MALFORMED     | must not contain control characters
            colour=%00     | colour | MALFORMED     | must not contain control characters
            """)
    void namesTheQueryParameterThatIsWrong(String query, String field, String code, String message) {
        // When
        Response response = byAnalyst().urlEncodingEnabled(false).get(SAMPLES + "?name=x&" + query);

        // Then
        assertProblem(response, 400, "bad-request");
        assertThat(response.jsonPath().getList("violations", Map.class))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsAllEntriesOf(Map.of("field", field, "code", code, "message", message));
    }

    @Test
    void takesTextOfManyLinesAndOfEveryPlane() {
        // Given
        String text = "سرقة\tau 4\u1d49 étage\r\n\uD83D\uDEA8";

        // When
        Response response = byAnalyst().body(Map.of("name", text)).post(SAMPLES + "/bare");

        // Then
        assertThat(response.jsonPath().getString("name")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1/samples/no-id,    404, not-found",
        "GET,    /api/v1/nowhere,          404, not-found",
        "GET,    /api/v1/samples/%00,      404, not-found",
        "GET,    /nowhere,                 404, not-found",
        "DELETE, /api/v1/samples,          405, method-not-allowed",
        "GET,    /api/v1/samples/conflict, 409, conflict",
        "GET,    /api/v1/samples/race,     409, conflict",
        "GET,    /api/v1/samples/broken,   500, internal-error",
        "GET,    /api/v1/undeclared,       403, forbidden"
    })
    void answersWithAProblemWhateverGoesWrong(String method, String path, int status, String slug) {
        // When
        Response response = byAnalyst().urlEncodingEnabled(false).request(method, path);

        // Then
        assertProblem(response, status, slug);
        assertThat(response.jsonPath().getString("instance")).isEqualTo(path);
    }

    @Test
    void keepsWhatBrokeToTheLog() {
        // When
        Response response = byAnalyst().get(SAMPLES + "/broken");

        // Then
        assertThat(response.asString()).doesNotContain("42", "IllegalState", "\tat ");
    }

    @Test
    void saysThatTheDatabaseIsAwayAndWhenToComeBack() {
        // When
        Response response = byAnalyst().get(SAMPLES + "/outage");

        // Then
        assertProblem(response, 503, "unavailable");
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void saysWhenToComeBackWhereTheProblemItselfDoesNot() {
        // When
        Response response = byAnalyst().get(SAMPLES + "/busy");

        // Then
        assertProblem(response, 503, "unavailable");
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void refusesOtherMediaTypes() {
        assertProblem(byAnalyst().contentType("text/csv").body("a,b").post(SAMPLES), 415, "unsupported-media-type");
        assertProblem(byAnalyst().accept("image/png").get(SAMPLES + "/who"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "/", ";", "application"})
    void refusesAContentTypeThatIsNone(String contentType) {
        // When
        Response response = byAnalyst()
                .contentType(contentType)
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post(SAMPLES);

        // Then
        assertProblem(response, 400, "bad-request");
        assertThat(response.jsonPath().getList("violations"))
                .containsExactly(
                        Map.of("field", "Content-Type", "code", "MALFORMED", "message", "must be a media type"));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        // Given
        String body = "{\"name\": \"" + "x".repeat(5000) + "\"}";

        // When
        Response response = byAnalyst().body(body).post(SAMPLES);

        // Then
        assertProblem(response, 413, "payload-too-large");
    }

    @Test
    void asksForATokenAndChecksIt() {
        assertUnauthorized(RestAssured.get(SAMPLES + "/who"), "Bearer");
        assertUnauthorized(
                RestAssured.given().header("Authorization", "Bearer nonsense").get(SAMPLES + "/who"),
                "Bearer error=\"invalid_token\"");
        assertUnauthorized(
                by(TestTokens.of("analyst", Roles.ANALYST).expired()).get(SAMPLES + "/who"),
                "Bearer error=\"invalid_token\"");
        assertUnauthorized(
                by(TestTokens.of("analyst", Roles.ANALYST).withAudience("another"))
                        .get(SAMPLES + "/who"),
                "Bearer error=\"invalid_token\"");
    }

    @Test
    void refusesTheWrongRoleBeforeItLooksAtTheBody() {
        // When
        Response response = by(TestTokens.of("intake", Roles.INTAKE_OFFICER))
                .body("{\"nonsense\": 1}")
                .post(SAMPLES);

        // Then
        assertProblem(response, 403, "forbidden");
    }

    @Test
    void leavesNothingToCachesAndSniffers() {
        // When
        Response response = byAnalyst().get(SAMPLES + "/who");

        // Then
        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private static void assertUnauthorized(Response response, String challenge) {
        assertProblem(response, 401, "unauthorized");
        assertThat(response.getHeader("WWW-Authenticate")).isEqualTo(challenge);
    }

    private static void assertProblem(Response response, int status, String slug) {
        assertThat(response.getStatusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/" + slug);
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(response.jsonPath().getString("title")).isNotBlank();
        assertThat(response.jsonPath().getString("detail")).isNotBlank();
    }
}
