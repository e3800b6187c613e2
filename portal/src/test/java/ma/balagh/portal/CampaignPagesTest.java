package ma.balagh.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class CampaignPagesTest {

    private static final String STATISTICS = "/public/statistics";

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "en, What became of published videos, fewer than 10, October 2026, Casablanca, Below ten is not published, ltr",
        "fr, Ce que sont devenues, moins de 10, octobre 2026, Casablanca &lt;b&gt;, Moins de dix &lt;i&gt;, ltr",
        "ar, مآل مقاطع الفيديو المنشورة, أقل من 10, أكتوبر 2026, الدار البيضاء, ما يقل عن عشرة, rtl"
    })
    void showsEverybodyTheFiguresInTheirLanguage(
            String language, String title, String few, String month, String city, String method, String direction) {
        // When
        var page = given().queryParam("lang", language)
                .get(STATISTICS)
                .then()
                .statusCode(200)
                .extract();

        // Then
        assertThat(page.asString())
                .contains(title, few, month, city, method, "dir=\"" + direction + "\"")
                .contains("<svg viewBox=\"0 0 600 240\" role=\"img\" aria-labelledby=\"chart-title chart-text\">")
                .contains("<table", "href=\"/public/statistics.csv\"", "href=\"/public/statistics.json\"")
                .contains("?to=2026-08&")
                .containsSubsequence(
                        "id=\"cities\"", "<details><summary id=\"months-MA-CAS\">", month, "350", "id=\"method\"")
                .doesNotContain("<script", "csrf", "<b>", "<i>", "NOT_FOUND");
        assertThat(page.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        assertThat(page.header("Cache-Control")).startsWith("public, max-age=");
        assertThat(services.calls()).containsExactly("GET /public/statistics");
        assertThat(services.last("GET /public/statistics").headers()).doesNotContainKey("Authorization");
    }

    @Test
    void drawsTheFirstMonthWhereTheLanguageBegins() {
        assertThat(given().get(STATISTICS + "?lang=en").asString()).containsPattern("x=\"150\\.0\"[^>]*>09<");
        assertThat(given().get(STATISTICS + "?lang=ar").asString()).containsPattern("x=\"450\\.0\"[^>]*>09<");
    }

    @Test
    void asksForEarlierMonthsAndForNothingElse() {
        // When
        given().get(STATISTICS + "?to=2026-08").then().statusCode(200);
        var asked = services.last("GET /public/statistics").query();
        given().get(STATISTICS + "?to=yesterday%26x").then().statusCode(200);

        // Then
        assertThat(asked).isEqualTo("to=2026-08");
        assertThat(services.last("GET /public/statistics").query()).isNullOrEmpty();
    }

    @Test
    void saysWhereNothingIsPublished() {
        // Given
        services.answer(
                "GET /public/statistics", 200, "application/json", """
                {"country": {"area": "MA", "name": {"ar": "المغرب", "fr": "Maroc", "en": "Morocco"}, "total": {}, "months": []},
                 "areas": [], "method": {"ar": "أ", "fr": "a", "en": "a"}}""".getBytes(StandardCharsets.UTF_8), Map.of());

        // Then
        assertThat(given().get(STATISTICS + "?lang=en").asString()).contains("No month has been published yet");
    }

    @Test
    void handsOutTheFilesAsDispatchMadeThem() {
        // Given
        services.answer(
                "GET /public/statistics.csv",
                200,
                "text/csv",
                "month,area\r\n".getBytes(StandardCharsets.UTF_8),
                Map.of());

        // When
        var table = given().get(STATISTICS + ".csv").then().statusCode(200).extract();
        var document = given().get(STATISTICS + ".json").then().statusCode(200).extract();

        // Then
        assertThat(table.asString()).isEqualTo("month,area\r\n");
        assertThat(table.contentType()).contains("text/csv");
        assertThat(table.header("Link")).isEqualTo("</public/statistics#method>; rel=\"describedby\"");
        assertThat(document.asString()).isEqualTo(FakeServices.resource("public-statistics.json"));
        assertThat(document.contentType()).contains("application/json");
        assertThat(table.headers().hasHeaderWithName("Set-Cookie")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"en, Ain Chock, Large areas", "fr, Aïn Chock &lt;b&gt;, De vastes zones", "ar, عين الشق, مساحات واسعة"})
    void showsLargeAreasWithBlackSpots(String language, String name, String method) {
        // When
        var page = given().queryParam("lang", language)
                .get("/public/black-spots")
                .then()
                .statusCode(200)
                .extract();

        // Then
        assertThat(page.asString())
                .contains(name, method, "<polygon class=\"area\" points=\"")
                .doesNotContain("<script", "<b>", "87396b2c9ffffff");
        assertThat(page.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        assertThat(services.calls()).containsExactly("GET /public/black-spots");
    }

    @ParameterizedTest
    @ValueSource(strings = {STATISTICS, STATISTICS + ".csv", STATISTICS + ".json", "/public/black-spots"})
    void answersCachesThatHaveIt(String path) {
        // Given
        services.answer(
                "GET /public/statistics.csv", 200, "text/csv", "month".getBytes(StandardCharsets.UTF_8), Map.of());
        var tag = given().get(path).header("ETag");

        // Then
        given().header("If-None-Match", tag).get(path).then().statusCode(304);
    }
}
