package ma.balagh.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.http.Requests.SAMPLES;
import static ma.balagh.http.Requests.byAnalyst;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.UUID;
import ma.balagh.platform.test.TestPostgres;
import ma.balagh.platform.test.TestTokens;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no library would send. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class MalformedRequestsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                ";",
                "/",
                "*/json",
                "text/html",
                "image/png, text/*;q=0.5",
                "application/json;q=abc",
                "application/json;q=9",
                "application/json;charset",
                "text/html;a=\"b"
            })
    void offersNothingElseThanItsMediaType(String accept) throws IOException {
        assertProblem(raw("GET", SAMPLES + "/who", "Accept: " + accept, ""), 406, "not-acceptable");
        assertThat(raw("GET", SAMPLES + "/conflict", "Accept: " + accept, "")).startsWith("HTTP/1.1 406");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "*/*",
                "application/*",
                "APPLICATION/JSON",
                "text/html, application/json;q=0.1",
                "garbage, application/json",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "application/json; charset=\"utf-8\"; q=1.000"
            })
    void producesJsonForWhoeverTakesIt(String accept) throws IOException {
        assertThat(raw("GET", SAMPLES + "/who", "Accept: " + accept, ""))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("Content-Type: application/json");
    }

    @Test
    void answersWithAProblemEvenWhereNobodyAcceptsOne() throws IOException {
        assertProblem(raw("GET", SAMPLES + "/conflict", "Accept: application/json, text/html", ""), 409, "conflict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/octet-stream", "text/json"})
    void takesCommandsAsJsonAlone(String type) throws IOException {
        for (String path : new String[] {"", "/bare", "/word"}) {
            assertProblem(
                    raw("POST", SAMPLES + path, "Content-Type: " + type, "{\"word\":\"a\"}"),
                    415,
                    "unsupported-media-type");
        }
    }

    @Test
    void asksForTheContentTypeOfABody() throws IOException {
        assertProblem(raw("POST", SAMPLES + "/word", "X-Other: a", "{\"word\":\"a\"}"), 415, "unsupported-media-type");
        assertProblem(raw("POST", SAMPLES + "/word", "X-Other: a", ""), 415, "unsupported-media-type");
        assertProblem(raw("POST", SAMPLES + "/word", "Content-Type: application/json", ""), 400, "bad-request");
        assertThat(raw("POST", SAMPLES + "/word", "Content-Type: application/json;charset=UTF-8", "{\"word\":\"a\"}"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"place": {"latitude": 1e999}}    | place.latitude | MALFORMED  | must be a number
            {"place": {"latitude": -1e400}}   | place.latitude | MALFORMED  | must be a number
            {"place": {"latitude": "NaN"}}    | place.latitude | MALFORMED  | must be a number
            {"place": {"latitude": NaN}}      | place          | MALFORMED  | is not valid JSON: line 1, column 27
            {"reading": {"value": 1e999}}     | reading.value  | MALFORMED  | must be a number
            {"reading": {"value": "Infinity"}}| reading.value  | MALFORMED  | must be a number
            {"reading": {"value": null}}      | reading.value  | MALFORMED  | must be a number
            {"count": 1e3}                    | count          | MALFORMED  | must be a whole number
            {"count": 1e999}                  | count          | MALFORMED  | must be a whole number
            {"count": 99999999999}            | count          | MALFORMED  | must be a whole number
            {"range": {"from": 99999999999, "to": 1}} | range.from | MALFORMED  | must be a whole number
            {"colour": 1e999}                 | colour         | NOT_ONE_OF | must be one of RED, GREEN
            """)
    void refusesNumbersThatAreNone(String body, String field, String code, String message) {
        // When
        Response response = byAnalyst().body(body).post(SAMPLES + "/bare");

        // Then
        assertThat(response.getStatusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.jsonPath().getList("violations", Map.class))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsAllEntriesOf(Map.of("field", field, "code", code, "message", message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "NaN", "Infinity", "x"})
    void refusesParametersThatAreNoNumber(String number) {
        // When
        Response response = byAnalyst().get(SAMPLES + "?name=a&near=" + number);

        // Then
        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getList("violations"))
                .containsExactly(Map.of("field", "near", "code", "MALFORMED", "message", "must be a number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flag=yes", "plain=1", "plain=on", "defaulted=TRUE", "inBean=true1"})
    void refusesParametersThatAreNeitherTrueNorFalse(String query) {
        // When
        Response response = byAnalyst().get(SAMPLES + "/truths?" + query);

        // Then
        assertThat(response.getStatusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.jsonPath().getList("violations"))
                .containsExactly(
                        Map.of("field", query.split("=")[0], "code", "MALFORMED", "message", "must be true or false"));
    }

    @Test
    void takesTrueAndFalse() {
        assertThat(byAnalyst().get(SAMPLES + "/truths").jsonPath().getMap(""))
                .doesNotContainKey("flag")
                .containsAllEntriesOf(Map.of("plain", false, "defaulted", true, "inBean", false));
        assertThat(byAnalyst()
                        .get(SAMPLES + "/truths?flag=false&plain=true&defaulted=false&inBean=true")
                        .jsonPath()
                        .getMap(""))
                .isEqualTo(Map.of("flag", false, "plain", true, "defaulted", false, "inBean", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"tags\":[", "{\"a\":", "{\"place\":{\"city\":["})
    void refusesWhatNestsTooDeep(String opening) {
        // When
        Response deep =
                byAnalyst().body(opening.repeat(4000 / opening.length())).post(SAMPLES + "/bare");

        // Then
        assertThat(deep.getStatusCode()).as(deep.asString()).isEqualTo(400);
        assertThat(deep.jsonPath().getString("type")).isEqualTo("/problems/bad-request");
        assertThat(deep.jsonPath().getString("violations[0].field")).isNotBlank();
    }

    @Test
    void refusesNumbersOfAThousandDigits() {
        // When
        Response response =
                byAnalyst().body("{\"count\": %s}".formatted("1".repeat(1500))).post(SAMPLES + "/bare");

        // Then
        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("violations[0].field")).isEqualTo("body");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            -                                  | TOO_SHORT | must have at least 10 characters
            ` `                                | REQUIRED  | must not be blank
            \u200b\u200b\u115f\u3164           | REQUIRED  | must not be blank
            abc\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b | TOO_SHORT | must have at least 10 characters
            ------------                       | NO_WORDS  | must be words, with at least 3 letters
            1234567890 12                      | NO_WORDS  | must be words, with at least 3 letters
            """)
    void refusesReasonsThatSayNothing(String reason, String code, String message) {
        // When
        Response response =
                byAnalyst().body(Map.of("name", "a", "reason", reason)).post(SAMPLES);

        // Then
        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getList("violations", Map.class))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsAllEntriesOf(Map.of("field", "reason", "code", code, "message", message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--------",
                "12345678",
                "\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b",
                "abc\u200b\u200b\u200b\u200b\u200b"
            })
    void refusesPurposesThatSayNothing(String purpose) throws IOException {
        String content = SAMPLES + "/" + new UUID(0, 1) + "/content";
        assertProblem(raw("GET", content, "X-Purpose: " + purpose, ""), 428, "purpose-required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Purpose", "Idempotency-Key", "If-Match", "If-None-Match", "Content-Disposition", "Accept-Language",
                "Range", "Accept", "Content-Type", "User-Agent", "traceparent", "X-Anything"
            })
    void refusesControlCharactersInHeaders(String header) throws IOException {
        for (char character : new char[] {'\0', '\1', '\b', '\u000b', '\f', '\u001b', '\u001f', '\u007f'}) {
            assertProblem(raw("GET", SAMPLES + "/who", header + ": a" + character + "b", ""), 400, "bad-request");
        }
    }

    @Test
    void saysWhatIsTooLongInAHead() throws IOException {
        assertProblem(raw("GET", SAMPLES + "/who", "X-Anything: " + "a".repeat(50_000), ""), 431, "headers-too-large");
        assertProblem(raw("GET", SAMPLES + "?name=" + "a".repeat(50_000), "X-Other: a", ""), 414, "uri-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?name=%", "?%zz=a", "?unknown=%1", "?name=a&b=%c3%", "/%", "/%zz/content", "/%-1"})
    void refusesAddressesThatAreNotEncoded(String rest) throws IOException {
        String answer = raw("GET", SAMPLES + rest, "X-Other: a", "");
        assertProblem(answer, 400, "bad-request");
        assertThat(answer).contains("\"field\":\"address\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "{", "}", "^", "`", "\"", "<", "\\"})
    void refusesAddressesWithCharactersThatNoUriHas(String character) throws IOException {
        for (String rest : new String[] {"/conflict?a=b" + character, "/" + character + "/content"}) {
            String answer = raw("GET", SAMPLES + rest, "X-Other: a", "");
            assertProblem(answer, 400, "bad-request");
            assertThat(answer).contains("\"field\":\"address\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "\"", "\"a", "W/", "\"a\"b", "*, \"a\"", ",", "\u00ff"})
    void takesNoHarmFromMalformedTags(String tag) throws IOException {
        assertThat(raw("PUT", SAMPLES + "/" + new UUID(0, 1), "If-Match: " + tag, "{\"name\":\"b\"}"))
                .matches("(?s)HTTP/1.1 (200|400|412|415).*");
        assertThat(raw("GET", SAMPLES + "/" + new UUID(0, 1), "If-None-Match: " + tag, ""))
                .matches("(?s)HTTP/1.1 (200|304|400).*");
    }

    private static void assertProblem(String answer, int status, String slug) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"type\":\"/problems/" + slug + "\"", "\"status\":" + status);
    }

    private static String raw(String method, String path, String header, String body) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            byte[] bytes = body.getBytes(UTF_8);
            String head = "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n"
                            .formatted(
                                    method,
                                    path,
                                    TestTokens.of("analyst", Roles.ANALYST).sign())
                    + (bytes.length == 0 ? "" : "Content-Length: " + bytes.length + "\r\n");
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            socket.getOutputStream().write((header + "\r\n\r\n").getBytes(UTF_8));
            socket.getOutputStream().write(bytes);
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
