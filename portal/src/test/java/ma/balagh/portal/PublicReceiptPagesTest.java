package ma.balagh.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class PublicReceiptPagesTest {

    private static final String CODE = "BLG-7XK2-9QFM-0T3R-VW8D";
    private static final String CALL = "GET /public/receipts/" + CODE;

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
        services.answer(CALL, 200, FakeServices.resource("public-receipt.json"));
    }

    @ParameterizedTest
    @CsvSource({"ar, رمز الوصل, rtl", "fr, Code du récépissé, ltr", "en, Code of the receipt, ltr"})
    void offersAFormToEverybody(String language, String words, String direction) {
        // When
        var page = given().queryParam("lang", language)
                .get("/public/receipts")
                .then()
                .statusCode(200)
                .extract();

        // Then
        assertThat(page.asString())
                .contains(words, "lang=\"" + language + "\" dir=\"" + direction + "\"")
                .doesNotContain("<script", "csrf");
        assertThat(page.header("Cache-Control")).startsWith("public, max-age=");
        assertThat(page.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        assertThat(services.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ar, تمت الإجابة عنه", "fr, Traité", "en, Answered"})
    void showsTheStateAndTheAnswerInThreeLanguages(String language, String state) {
        // When
        Response page = send(CODE, language);

        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains(state, CODE)
                .contains("أدى التدخل &lt;b&gt; إلى توقيف")
                .contains("L’intervention &lt;b&gt; a mené", "The intervention &lt;b&gt; led")
                .doesNotContain("<script", "csrf");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        assertThat(services.last(CALL).headers()).doesNotContainKey("Authorization");
    }

    @Test
    void putsTheCodeIntoNoAddress() {
        // When
        String page = send(CODE, "fr").asString();

        // Then
        assertThat(page)
                .contains("action=\"/public/receipts?lang=fr\"", "href=\"/public/receipts?lang=ar\"")
                .doesNotContainPattern("(href|action|src)=\"[^\"]*BLG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=BLG-7XK2-9QFM-0T3R-VW8D", "%6Cang=ar", "cursoR=x"})
    void keepsNothingOfAnAddressThatOthersAreShown(String asked) {
        assertThat(given().urlEncodingEnabled(false)
                        .get("/public/receipts?lang=fr&" + asked)
                        .asString())
                .contains("href=\"/public/receipts?lang=ar\"")
                .doesNotContain(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " blg-7xk2-9qfm-0t3r-vw8d ",
                "\u2068BLG-7XK2-9QFM-0T3R-VW8D\u2069\u200f",
                "BLG–7XK2–9QFM–0T3R–VW8D"
            })
    void takesTheCodeAsItIsCopiedOutOfAText(String typed) {
        // Given
        services.answer(
                "GET /public/receipts/blg-7xk2-9qfm-0t3r-vw8d", 200, FakeServices.resource("public-receipt.json"));

        // Then
        assertThat(send(typed, "en").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhatIsUnderWay() {
        // Given
        services.answer(CALL, 200, """
                {"receipt": "%s", "status": "UNDER_EXAMINATION"}
                """.formatted(CODE));

        // Then
        assertThat(send(CODE, "en").asString()).contains("Under examination", "The answer will be shown here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BLG-0000-0000-0000-0000", "", "../../reports", "x/y", "%2e%2e", "' or 1=1"})
    void saysTheSameOfEveryCodeThatNobodyHas(String code) {
        // Given
        Response unknown = send("BLG-1111-1111-1111-1111", "en");

        // When
        Response page = send(code, "en");

        // Then
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.asString())
                .isEqualTo(unknown.asString())
                .contains("There is no receipt with this code")
                .doesNotContain("1111");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(services.calls()).allMatch(call -> call.startsWith("GET /public/receipts/"));
    }

    @Test
    void saysThatTooManyAreAsked() {
        // Given
        services.answer(CALL, 429, "{\"type\": \"/problems/too-many-requests\", \"status\": 429}");

        // When
        Response page = send(CODE, "en");

        // Then
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.header("Retry-After")).isEqualTo("1");
        assertThat(page.asString()).contains("Too many codes").doesNotContain(CODE);
    }

    @Test
    void saysThatIntakeIsAwayWithoutALoginOrScripts() {
        // Given
        services.answer(CALL, 503, "{\"type\": \"/problems/unavailable\", \"status\": 503}");

        // When
        Response page = send(CODE, "en");

        // Then
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.asString()).contains("The service is not available").doesNotContain("<script", "csrf", CODE);
        assertThat(page.headers().hasHeaderWithName("Set-Cookie")).isFalse();
    }

    @Test
    void takesNoFormOfAnotherSite() {
        given().header("Origin", "http://evil.test")
                .formParam("code", CODE)
                .post("/public/receipts")
                .then()
                .statusCode(403);
        given().header("Sec-Fetch-Site", "cross-site")
                .formParam("code", CODE)
                .post("/public/receipts")
                .then()
                .statusCode(403);
        assertThat(services.calls()).isEmpty();
    }

    @Test
    void takesItsOwnFormWhateverCookiesTheBrowserHas() {
        given().header("Origin", "http://localhost:" + RestAssured.port)
                .header("Sec-Fetch-Site", "same-origin")
                .cookie("balagh-csrf", "no token at all")
                .cookie("q_session", "sealed-with-another-key")
                .formParam("code", CODE)
                .post("/public/receipts")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/logout", "/reports", "/public/receipts/", "/public/communiques"})
    void letsNoOtherFormThroughWithoutItsToken(String path) {
        // When
        int status = given().redirects()
                .follow(false)
                .formParam("code", CODE)
                .post(path)
                .statusCode();

        // Then
        assertThat(status).isIn(302, 400, 404, 405);
        assertThat(services.calls()).isEmpty();
    }

    private static Response send(String code, String language) {
        return given().config(RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .defaultContentCharset("UTF-8")))
                .queryParam("lang", language)
                .formParam("code", code)
                .post("/public/receipts");
    }
}
