package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class TermPagesTest {

    private static final String LIST = "/items/terms";
    private static final Map<String, String> ADDITION = Map.of(
            "tag", "\"3\"",
            "terms", "arnaque\n سلبو ليا ",
            "meaning", "ROBBERY",
            "weight", "20",
            "language", "",
            "reason", "Vus cette semaine");

    private final FakeServices services = FakeSuite.services();
    private final Browser officer = Browser.of("omar", "intake-officer");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
        services.answer(
                "GET /relevance/terms",
                200,
                "application/json",
                FakeServices.resource("terms.json").getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", "\"3\""));
        services.answer("PUT /relevance/terms", 200, FakeServices.resource("terms.json"));
    }

    @Test
    void listsTermsByWhatTheySay() {
        assertThat(officer.page(LIST + "?lang=en"))
                .containsSubsequence("Campaign against street robbery", "كريساج &amp; &lt;b&gt;", "Robbery or thief")
                .contains("/items/terms/term?term=vol&amp;language=fr", "<span class=\"weight\">55</span>")
                .contains("Version 3", "Plus de mots &lt;i&gt;", "name=\"tag\" value=\"&quot;3&quot;\"");
    }

    @Test
    void findsATerm() {
        assertThat(officer.page(LIST + "?q=ARRACH"))
                .contains("vol à l&#39;arraché")
                .doesNotContain("كريساج &amp;");
    }

    @Test
    void addsTermsAndKeepsAllOthersAsTheyAre() {
        // When
        var response = officer.send(LIST + "/new", LIST + "/term", ADDITION);

        // Then
        assertThat(response.header("Location")).endsWith(LIST + "?done=TERMS_CHANGED");
        FakeServices.Call call = services.last("PUT /relevance/terms");
        assertThat(call.header("If-Match")).isEqualTo("\"3\"");
        assertThat(call.body())
                .contains("\"threshold\":30", "\"reason\":\"Vus cette semaine\"")
                .contains("{\"term\":\"arnaque\",\"meaning\":\"ROBBERY\",\"weight\":20,\"language\":null}")
                .contains("\"term\":\"سلبو ليا\"", "\"term\":\"vol\",\"meaning\":\"ROBBERY\",\"weight\":25")
                // What the portal has no word for is not lost either.
                .contains("{\"term\":\"drone\",\"meaning\":\"NEW_MEANING\",\"weight\":9,\"language\":null}");
    }

    @Test
    void changesOneTermInItsPlace() {
        // When
        String page = officer.page(LIST + "/term?term=vol&language=fr");
        officer.send(
                LIST + "/new",
                LIST + "/term",
                Map.of(
                        "tag", "\"3\"",
                        "was", "vol",
                        "wasLanguage", "fr",
                        "terms", "vol",
                        "meaning", "ROBBERY",
                        "weight", "30",
                        "language", "fr",
                        "reason", "Trop faible"));

        // Then
        assertThat(page).contains("value=\"25\"", "<option value=\"fr\" lang=\"fr\" selected>");
        assertThat(services.last("PUT /relevance/terms").body())
                .contains("\"term\":\"vol\",\"meaning\":\"ROBBERY\",\"weight\":30,\"language\":\"fr\"")
                .containsOnlyOnce("\"term\":\"vol\",");
    }

    @Test
    void takesATermOffTheList() {
        // When
        var response = officer.submit(
                LIST + "/new", LIST + "/removal", Map.of("tag", "\"3\"", "was", "film", "reason", "Trop vague"));

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo(LIST + "?done=TERMS_CHANGED");
        assertThat(services.last("PUT /relevance/terms").body())
                .contains("\"reason\":\"Trop vague\"", "\"term\":\"vol\"")
                .doesNotContain("\"term\":\"film\"");
    }

    @Test
    void changesTheThreshold() {
        // When
        officer.submit(LIST, LIST + "/threshold", Map.of("tag", "\"3\"", "threshold", "35", "reason", "Trop de bruit"));

        // Then
        assertThat(services.last("PUT /relevance/terms").body()).contains("\"threshold\":35", "\"term\":\"film\"");
    }

    @Test
    void saysBesideEachFieldWhatIsWrongAndKeepsWhatWasTyped() {
        // Given
        services.answer("PUT /relevance/terms", 400, """
                {"type": "/problems/invalid", "status": 400, "violations": [
                 {"field": "terms[6].term", "code": "LISTED_ALREADY", "message": "is looked for as terms[1].term is: one of them is enough"},
                 {"field": "terms[5].weight", "code": "OUT_OF_RANGE", "params": {"min": 1, "max": 100}, "message": "must be a number from 1 to 100"}]}
                """);

        // When
        var response = officer.send(LIST + "/new", LIST + "/term?lang=en", ADDITION);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString())
                .containsSubsequence("سلبو ليا", "is on the list already", "name=\"weight\"", "1 … 100")
                .contains("Vus cette semaine</textarea>", "value=\"ROBBERY\" selected");
    }

    @Test
    void cannotReadAWeightThatIsNoNumber() {
        // Given
        var addition = new HashMap<>(ADDITION);
        addition.put("weight", "viel");

        // When
        var response = officer.send(LIST + "/new", LIST + "/term?lang=en", addition);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString()).containsSubsequence("value=\"viel\"", "cannot be read as it is written");
    }

    @Test
    void overwritesNothingThatSomebodyElseChanged() {
        // Given
        services.answer("PUT /relevance/terms", 412, "{\"type\":\"/problems/precondition-failed\",\"status\":412}");
        var addition = new HashMap<>(ADDITION);
        addition.put("tag", "\"2\"");

        // When
        var response = officer.send(LIST + "/new", LIST + "/term?lang=en", addition);

        // Then
        assertThat(services.last("PUT /relevance/terms").header("If-Match")).isEqualTo("\"2\"");
        assertThat(response.statusCode()).isEqualTo(412);
        assertThat(response.asString())
                .contains("Somebody else changed the list", "/items/terms/versions/3", "arnaque")
                .contains("name=\"tag\" value=\"&quot;3&quot;\"");
    }

    @Test
    void tellsWhatAVersionChanged() {
        assertThat(officer.page(LIST + "/versions/3?lang=en"))
                .containsSubsequence("<bdi>35</bdi> → ", "<bdi>30</bdi>", "Added", ">vol<")
                .containsSubsequence("Changed", ">50<", ">55<", "Taken off", ">sac<");
        assertThat(officer.page(LIST + "/versions?lang=en")).contains("Version 2", "cursor=2");
    }

    @Test
    void triesTheListOnAText() {
        // Given
        services.answer("POST /relevance/assessments", 200, """
                {"score": 55, "relevant": true, "threshold": 30, "termsVersion": 3, "reasons": [
                 {"term": "vol à l'arraché", "meaning": "ROBBERY", "where": "TEXT", "words": "vol à l'arraché",
                  "weight": 55, "negated": false}]}
                """);

        // When
        var response = officer.send(
                LIST + "/trial", LIST + "/trial?lang=en", Map.of("title", "", "text", "Un vol à l'arraché <b>"));

        // Then
        assertThat(response.asString())
                .contains(
                        "55 of 100", "It would become a report (threshold 30)", "+55", "arraché &lt;b&gt;</textarea>");
        assertThat(services.last("POST /relevance/assessments").body())
                .isEqualTo("{\"text\":\"Un vol à l'arraché <b>\"}");
    }
}
