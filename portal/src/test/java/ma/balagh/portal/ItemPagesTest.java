package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
class ItemPagesTest {

    private static final String PAGE = "/items/" + Ids.ITEM;

    private final FakeServices services = FakeSuite.services();
    private final Browser officer = Browser.of("omar", "intake-officer");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void listsWhatWasSetAsideAndWhy() {
        // When
        String page = officer.page("/items?lang=en");

        // Then
        assertThat(services.last("GET /items").query()).contains("standing=SET_ASIDE", "toReview=false");
        assertThat(page)
                .contains("&lt;i&gt;filmé&lt;/i&gt;", "<span class=\"score\">27</span>", "Drawn for review")
                .contains("<bdi class=\"keyword\">filmé</bdi>", "Assabah &lt;b&gt;", "Derb Sultan")
                .doesNotContain("<bdi class=\"keyword\">police</bdi>");
    }

    @ParameterizedTest
    @CsvSource({"REPORTED,standing=REPORTED", "SIGHTING,standing=SIGHTING", "REVIEW,toReview=true"})
    void narrowsTheList(String view, String asked) {
        // When
        officer.page("/items?standing=" + view + "&sourceId=" + Ids.SOURCE);

        // Then
        assertThat(services.last("GET /items").query()).contains(asked, "sourceId=" + Ids.SOURCE);
    }

    @Test
    void estimatesFromTheSampleWhatTheScoreMisses() {
        assertThat(officer.page("/items?standing=REVIEW&lang=en"))
                .contains("What the score misses", "<dd>40</dd>", "<dd>31</dd>", "6%")
                .contains("between 2% and 21%, with 95 %");
    }

    @Test
    void estimatesThatNothingIsMissedOnlyOnceSomebodyLooked() {
        // Given
        services.answer(
                "GET /items/quality",
                200,
                "{\"drawn\": 6, \"reviewed\": 3, \"missed\": 0, \"rate\": 0.0, \"low\": 0.0, \"high\": 0.56}");
        String looked = officer.page("/items?standing=REVIEW&lang=en");
        services.answer("GET /items/quality", 200, "{\"drawn\": 6, \"reviewed\": 0, \"missed\": 0}");
        String unseen = officer.page("/items?standing=REVIEW&lang=en");

        // Then
        assertThat(looked).contains("<bdi>0%</bdi>", "between 0% and 56%");
        assertThat(unseen).doesNotContain("0%").contains("—");
    }

    @Test
    void isForIntakeOfficersOnly() {
        assertThat(Browser.of("amina", "analyst").get("/items").statusCode()).isEqualTo(403);
        assertThat(Browser.of("amina", "analyst").get("/items/terms").statusCode())
                .isEqualTo(403);
    }

    @Test
    void saysWhichTermsDidWhatToTheScoreAndMarksThemInTheText() {
        assertThat(officer.page(PAGE + "?lang=en"))
                .contains("27 of 100", "<mark>Vol à l&#39;arraché</mark>", "<mark>police</mark> n&#39;a pas")
                .containsSubsequence("+55", "in the title", "Robbery or thief", "raised the score")
                .containsSubsequence("\u221240", "in the text", "Film or game", "lowered the score")
                .containsSubsequence(">0<", "Police", "not counted, it is denied");
    }

    @Test
    void showsPlacesAndTimesAsClaims() {
        assertThat(officer.page(PAGE + "?lang=ar"))
                .contains("درب السلطان", "هو المقصود على الأرجح", "أماكن أخرى تحمل الاسم نفسه")
                .contains("«\u2068Hier soir\u2069»", "جزء من اليوم");
    }

    @Test
    void bringsBackWhatConcernsUsAndGoesOnWithTheSample() {
        // Given
        services.answer("POST " + PAGE + "/review", 200, FakeServices.resource("item.json"));

        // When
        var response =
                officer.submit(PAGE, PAGE + "/review", Map.of("relevant", "true", "reason", " Une agression filmée "));

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo("/items?standing=REVIEW&done=ITEM_BROUGHT_BACK");
        assertThat(services.last("POST " + PAGE + "/review").body())
                .isEqualTo("{\"relevant\":true,\"reason\":\"Une agression filmée\"}");
    }

    @Test
    void leavesAsideWhatDoesNot() {
        // Given
        services.answer(
                "POST " + PAGE + "/review",
                200,
                FakeServices.resource("item.json").replace("\"sampled\": true", "\"sampled\": false"));

        // When
        var response = officer.submit(PAGE, PAGE + "/review", Map.of("relevant", "false", "reason", "Un film"));

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo(PAGE + "?done=ITEM_LEFT_ASIDE");
    }

    @Test
    void offersNoDecisionOnceThereIsOne() {
        // Given
        services.answer(
                "GET " + PAGE,
                200,
                FakeServices.resource("item.json")
                        .replace(
                                "\"review\": null",
                                "\"review\": {\"at\": \"2026-11-24T12:00:00Z\", \"by\": \"lina\", \"reason\": \"<b>Sport\"}"));

        // Then
        assertThat(officer.page(PAGE)).contains("&lt;b&gt;Sport", "lina").doesNotContain("name=\"relevant\"");
    }

    @Test
    void showsWhatWasDecidedOfAnItemOfWhichItDoesNotKnowTheState() {
        // Given: intake is of a later release
        services.answer(
                "GET " + PAGE,
                200,
                FakeServices.resource("item.json")
                        .replaceFirst("\"standing\": \"[A-Z_]+\"", "\"standing\": \"ARCHIVED\"")
                        .replace(
                                "\"review\": null",
                                "\"review\": {\"at\": \"2026-11-24T12:00:00Z\", \"by\": \"lina\", \"reason\": \"Sport\"}"));

        // Then
        assertThat(officer.page(PAGE + "?lang=en")).contains("Sport", "lina").doesNotContain("chip item-");
    }
}
