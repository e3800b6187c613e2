package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class ExaminationPagesTest {

    private static final String PAGE = "/examinations/" + Ids.EXAMINATION;
    private static final Pattern PASS = Pattern.compile("pass=([\\w-]+)");

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void tellsAMatchWithKnownFootageOnce() {
        // When
        String page = Browser.of("amina", "analyst").page(PAGE + "?lang=en");

        // Then
        assertThat(page).contains("Film &lt;b&gt;Zero", "/known-footage/" + Ids.INCIDENT);
        assertThat(page.split("<article class=\"match\">")).hasSize(3);
    }

    @Test
    void opensWithTheSummaryThenWhatContradictsAndWhatMatches() {
        // When
        String page = Browser.of("amina", "analyst").page(PAGE + "?lang=en");

        // Then
        assertThat(page)
                .containsSubsequence(
                        "<p class=\"examination-summary\">This is a video of 7.5 seconds",
                        "film “Film &lt;b&gt;Zero",
                        "Contradictions and signs of change",
                        "Part of it is known footage.",
                        ">Matches<",
                        "<article class=\"match\">",
                        "To be weighed by a person",
                        "</svg>Observed</span>",
                        "WhatsApp",
                        "Nothing unusual <span class=\"count\">2</span>",
                        "Could not be known <span class=\"count\">1</span>");
        assertThat(Browser.of("amina", "analyst").page(PAGE + "?lang=ar")).contains("summary\">هذا فيديو مدته");
    }

    @Test
    void keepsRawTracesUnderDetails() {
        // When
        String page = Browser.of("amina", "analyst").page(PAGE + "?lang=fr");

        // Then
        assertThat(page)
                .containsSubsequence(
                        "copie écrite par une messagerie",
                        "<summary>Détails</summary>",
                        "<dt>Traces</dt>",
                        "key.com.android.version=10",
                        "</details>");
        assertThat(page.indexOf("key.com.android.version")).isEqualTo(page.lastIndexOf("key.com.android.version"));
    }

    @Test
    void drawsWhichPiecesBelongTogetherAndWhereThePictureLies() {
        // When
        String page = Browser.of("amina", "analyst").page(PAGE + "?lang=en");

        // Then: 6.5 of 10 seconds, and 6.5 of about 21
        assertThat(page)
                .contains("points=\"200.0,14 850.0,14 882.3,46 572.3,46\"")
                .contains("×1.25", "Shared seconds only", "0.93")
                .contains("<rect x=\"0.5\" y=\"0.5\" width=\"0.5\" height=\"0.5\"/>");
    }

    @Test
    void proposesThePlaceOfWhatWasFilmedThereBeforeAndNoSeconds() {
        // Given
        services.answer(
                "GET " + PAGE,
                200,
                FakeServices.resource("examination.json").replace("\"kind\": \"SHARED_SPAN\"", """
                                "kind": "SAME_SCENE", "reason": "MOTION_DIFFERS", "place": {
                                 "place": "Derb <b>Sultan", "latitude": 33.58, "longitude": -7.6, "basis": "CLAIMED" }
                                """));

        // When
        String page = Browser.of("amina", "analyst").page(PAGE + "?lang=en");

        // Then
        assertThat(page)
                .containsSubsequence(
                        "match-SAME_SCENE\">Same place",
                        "what moves in front of it is not",
                        "Place proposed:",
                        "Derb &lt;b&gt;Sultan",
                        "33.58",
                        "nobody has confirmed it",
                        "</article>");
        assertThat(page).doesNotContain("points=\"200.0,14 850.0,14");
    }

    @Test
    void offersBankingToAnalystsOnly() {
        assertThat(Browser.of("amina", "analyst").page(PAGE))
                .contains("name=\"evidenceId\" value=\"" + Ids.EVIDENCE + "\"", "value=\"HARMLESS\"");
        assertThat(Browser.of("samir", "judicial-officer").page(PAGE)).doesNotContain("action=\"/known-footage\"");
    }

    @Test
    void showsNoPictureBeforeItKnowsWhy() {
        // When
        String page = Browser.of("amina", "analyst").page(PAGE + "?dossier=" + Ids.DOSSIER);

        // Then
        assertThat(page)
                .contains("hx-post=\"" + PAGE + "/viewing?dossier=" + Ids.DOSSIER + "\"")
                .contains("href=\"/dossiers/" + Ids.DOSSIER + "\"")
                .doesNotContain("/still?", "<img");
    }

    @Test
    void stepsThroughPicturesByTheirExactTimes() {
        // Given
        services.answer(
                "GET " + PAGE + "/still",
                200,
                "image/jpeg",
                "jpeg".getBytes(StandardCharsets.UTF_8),
                Map.of("X-Picture-At", "12.480000", "X-Picture-Next", "12.520000"));
        Browser analyst = Browser.of("amina", "analyst");
        String pass = passIn(bench(analyst));

        // When
        var picture = analyst.get(PAGE + "/still?at=12.5&pass=" + pass);

        // Then
        assertThat(picture.header("X-Picture-At")).isEqualTo("12.480000");
        assertThat(picture.header("X-Picture-Next")).isEqualTo("12.520000");
        assertThat(picture.header("Cache-Control")).contains("no-store");
        FakeServices.Call call = services.last("GET " + PAGE + "/still");
        assertThat(call.query()).isEqualTo("at=12.5");
        assertThat(call.header("X-Purpose")).isEqualTo("studying the examination");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e9", "1&at=2", "NaN"})
    void asksForNothingButASecond(String second) {
        // Given
        Browser analyst = Browser.of("amina", "analyst");
        String pass = passIn(bench(analyst));

        // When
        int status = analyst.request()
                .queryParam("at", second)
                .queryParam("pass", pass)
                .get(PAGE + "/still")
                .statusCode();

        // Then
        assertThat(status).isEqualTo(400);
    }

    @Test
    void putsBothSidesOfAMatchBesideEachOther() {
        // Given
        Browser analyst = Browser.of("amina", "analyst");
        String pass = passIn(bench(analyst));

        // When
        String page = analyst.page(PAGE + "/comparison?lang=en&other=" + Ids.OTHER_EVIDENCE + "&pass=" + pass);

        // Then
        assertThat(page)
                .contains("video-" + Ids.EVIDENCE, "video-" + Ids.OTHER_EVIDENCE, "data-other-seek=\"12.0\"")
                .contains(PAGE + "/still?at=5.25&amp;pass=")
                .contains("/examinations/" + Ids.OTHER_EXAMINATION + "/still?at=15.25&amp;pass=");
    }

    @Test
    void showsPairsOfStillsWhereTheMatchIsShown() {
        // Given
        Browser analyst = Browser.of("amina", "analyst");
        String bench = bench(analyst);

        // When
        String pairs = analyst.page(PAGE + "/pairs?lang=en&other=" + Ids.OTHER_EVIDENCE + "&pass=" + passIn(bench));

        // Then
        assertThat(bench).contains("hx-get=\"" + PAGE + "/pairs?other=" + Ids.OTHER_EVIDENCE);
        assertThat(pairs)
                .contains("0:02.0 – 0:08.5", "0:12.0 – 0:18.5", "type=\"range\" min=\"2.0\" max=\"8.5\"")
                .contains("/examinations/" + Ids.OTHER_EXAMINATION + "/still?at=15.25&amp;pass=")
                .doesNotContain("<html");
    }

    @Test
    void comparesAVideoWithAPictureWhoseExaminationIsOutOfReach() {
        // Given
        services.answer("GET /evidence/" + Ids.OTHER_EVIDENCE, 200, "{\"mediaType\":\"image/jpeg\"}");
        services.answer("GET /examinations", 200, "{\"items\": [], \"next\": null}");
        Browser analyst = Browser.of("amina", "analyst");
        String pass = passIn(bench(analyst));

        // When
        String page = analyst.page(PAGE + "/comparison?other=" + Ids.OTHER_EVIDENCE + "&pass=" + pass);

        // Then
        assertThat(page)
                .contains("<video id=\"video-" + Ids.EVIDENCE, "<img src=\"/evidence/" + Ids.OTHER_EVIDENCE)
                .doesNotContain("<video id=\"video-" + Ids.OTHER_EVIDENCE, "/still?");
    }

    @Test
    void printsAContactSheetWithWhoLookedAndWhy() {
        // Given
        services.answer("GET /evidence/" + Ids.EVIDENCE, 200, "{\"mediaType\":\"video/mp4\",\"sha256\":\"9f86d0\"}");
        Browser analyst = Browser.of("amina", "analyst");
        String pass = passIn(bench(analyst));

        // When
        String page = analyst.page(PAGE + "/sheet?lang=en&pass=" + pass);

        // Then
        assertThat(page)
                .contains("studying the examination", "9f86d0", "<bdi>amina</bdi>", PAGE + "/contact-sheet?pass=");
        assertThat(analyst.get(PAGE + "/sheet").statusCode()).isEqualTo(428);
    }

    private static String bench(Browser browser) {
        return browser.submit(PAGE, PAGE + "/viewing?lang=en", Map.of("purpose", "studying the examination"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String passIn(String page) {
        Matcher pass = PASS.matcher(page);
        assertThat(pass.find()).isTrue();
        return pass.group(1);
    }
}
