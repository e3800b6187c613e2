package ma.balagh.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class CommuniquePagesTest {

    private static final String COMMUNIQUE = "/communiques/" + Ids.COMMUNIQUE;
    private static final String PUBLIC = "/public" + COMMUNIQUE;

    private final FakeServices services = FakeSuite.services();
    private final Browser commander = Browser.of("hind", "commander");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void listsThemForCommandersAlone() {
        assertThat(commander.page("/communiques?lang=en"))
                .contains("Thefts in Casablanca", "Draft", "<span class=\"chip\">Published", "badr");
        assertThat(Browser.of("karim", "dispatcher").get("/communiques").statusCode())
                .isEqualTo(403);
        assertThat(given().redirects().follow(false).get("/communiques").statusCode())
                .isEqualTo(302);
    }

    @Test
    void callsNothingPublishedBeforeItsEmbargoEnds() {
        // Given
        services.answer(
                "GET /communiques",
                200,
                FakeServices.resource("communiques.json")
                        .replace(
                                "\"publishedAt\": \"2026-11-29T09:30:00.000Z\"",
                                "\"publishedAt\": \"%s\""
                                        .formatted(Instant.now().plus(Duration.ofDays(1)))));

        // Then
        assertThat(commander.page("/communiques?lang=en"))
                .contains("<span class=\"chip\">Approved")
                .doesNotContain("<span class=\"chip\">Published");
    }

    @Test
    void saysInArabicThatACommuniqueIsNoReport() {
        assertThat(commander.page("/communiques?lang=ar")).contains("إعداد بلاغ صحفي");
        assertThat(commander.page("/communiques/new?lang=ar")).contains("بلاغ صحفي جديد");
    }

    @Test
    void showsTheTextsBesideEachOtherWithWhatWasFound() {
        assertThat(commander.page(COMMUNIQUE + "?lang=en"))
                .contains("<mark>06 61 23 45 67</mark>", "<mark>0661234567</mark>")
                .contains("Vols &lt;b&gt; à Casablanca", "amal&lt;b&gt;", "رقم عمومي &lt;b&gt;")
                .contains("You wrote in this communiqué")
                .doesNotContain("/approval\"");
    }

    @ParameterizedTest
    @CsvSource({"en, About, Incident 00F001", "fr, Au sujet de, Intervention 00F001", "ar, موضوعه, التدخل 00F001"})
    void leadsToTheIncidentsThatItTellsOf(String language, String about, String incident) {
        // Given
        services.answer(
                "GET " + COMMUNIQUE,
                200,
                FakeServices.resource("communique.json")
                        .replace("\"incidentIds\": []", "\"incidentIds\": [\"" + Ids.INCIDENT + "\"]"));

        // Then
        assertThat(commander.page(COMMUNIQUE + "?lang=" + language))
                .contains("<dt>" + about, "<a href=\"/incidents/" + Ids.INCIDENT + "\">" + incident);
        services.reset();
        assertThat(commander.page(COMMUNIQUE + "?lang=" + language)).doesNotContain("<dt>" + about);
    }

    @Test
    void sendsTheVersionThatWasReadWithAnApproval() {
        // Given
        answer(FakeServices.resource("communique.json")
                .replace("\"openFindings\": 1", "\"openFindings\": 0")
                .replace("\"approvable\": false", "\"approvable\": true"));
        services.answer("POST " + COMMUNIQUE + "/approval", 200, FakeServices.resource("communique.json"));

        // When
        assertThat(commander.page(COMMUNIQUE)).contains("name=\"tag\" value=\"&quot;7&quot;\"");
        var answer = commander.submit(COMMUNIQUE, COMMUNIQUE + "/approval", Map.of("tag", "\"7\""));

        // Then
        assertThat(answer.header("HX-Redirect")).contains("done=COMMUNIQUE_APPROVED");
        assertThat(services.last("POST " + COMMUNIQUE + "/approval").header("If-Match"))
                .isEqualTo("\"7\"");
    }

    @Test
    void answersForAFindingAndWritesTheTextsAnew() {
        // Given
        services.answer("POST " + COMMUNIQUE + "/finding-answers", 200, FakeServices.resource("communique.json"));
        services.answer("PUT " + COMMUNIQUE, 200, FakeServices.resource("communique.json"));

        // When
        commander.submit(
                COMMUNIQUE,
                COMMUNIQUE + "/findings",
                Map.of("language", "fr", "kind", "PHONE", "from", "3", "to", "9", "reason", "numéro public"));
        commander.submit(
                COMMUNIQUE,
                COMMUNIQUE,
                Map.of("jurisdiction", "MA-CAS", "kind", "STATEMENT", "ar", "نص", "fr", "Un\r\ntexte", "en", "A text"));

        // Then
        assertThat(services.last("POST " + COMMUNIQUE + "/finding-answers").body())
                .contains("\"from\":3", "numéro public");
        assertThat(services.last("PUT " + COMMUNIQUE).body()).contains("Un\\ntexte");
    }

    @Test
    void saysInTheSummaryWhatIsWrongWithAFieldThatCannotBeChanged() {
        // Given
        services.answer("PUT " + COMMUNIQUE, 400, """
            {"type": "/problems/invalid", "status": 400, "violations": [
             {"field": "incidentIds[0]", "code": "NOT_FOUND", "message": "no such incident"},
             {"field": "texts.fr", "code": "NO_WORDS", "params": {"min": 10}, "message": "must be words"}]}
            """);

        // When
        var again = commander.submit(
                COMMUNIQUE + "?lang=en",
                COMMUNIQUE + "?lang=en",
                Map.of("jurisdiction", "MA-CAS", "kind", "CASE", "incidentIds", Ids.INCIDENT, "fr", "Un texte"));

        // Then
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.asString().replaceFirst("(?s)<dl class=\"facts panel\">.*", ""))
                .contains("<ul class=\"violations\">", "does not exist, or is not yours to see")
                .doesNotContain("must say something in words");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-15T02:30, 2026-02-15T02:30:45Z", "2026-01-15T02:31, 2026-01-15T01:31:00Z"})
    void movesNoEmbargoThatNobodyChanged(String field, String embargo) {
        // Given: an embargo and an alert that end in the hour that clocks show twice
        answer(FakeServices.resource("communique.json").replaceFirst("\\{", """
                {"embargoUntil": "2026-02-15T02:30:45Z", "alert": {"urgency": "EXPECTED", "severity": "MODERATE",
                 "certainty": "LIKELY", "expiresAt": "2026-02-15T02:30:45Z"},
                """));
        services.answer("PUT " + COMMUNIQUE, 200, FakeServices.resource("communique.json"));

        // When
        assertThat(commander.page(COMMUNIQUE)).contains("name=\"embargoUntil\" value=\"2026-02-15T02:30\"");
        commander.submit(
                COMMUNIQUE,
                COMMUNIQUE,
                Map.of("kind", "ALERT", "fr", "Un texte", "embargoUntil", field, "expiresAt", field, "tag", "\"7\""));

        // Then
        assertThat(services.last("PUT " + COMMUNIQUE).body())
                .contains("\"embargoUntil\":\"" + embargo, "\"expiresAt\":\"" + embargo);
    }

    @Test
    void leadsToThePublicPageOnceThereIsOne() {
        // Given
        var past = Instant.now().minus(Duration.ofHours(2));
        var future = Instant.now().plus(Duration.ofDays(1));
        String link = "href=\"" + PUBLIC + "?lang=en\"";
        String correction = COMMUNIQUE + "/correction\"";

        // Then
        assertThat(withFate("APPROVED", past, null)).contains(link, correction);
        assertThat(withFate("APPROVED", future, null)).doesNotContain(link, correction);
        assertThat(withFate("RETRACTED", past, past.plusSeconds(60)))
                .contains(link)
                .doesNotContain(correction);
        assertThat(withFate("RETRACTED", past, past.minusSeconds(60))).doesNotContain(link, correction);
    }

    private String withFate(String state, Instant publishedAt, @Nullable Instant retractedAt) {
        String fate = "\"state\": \"%s\", \"publishedAt\": \"%s\"".formatted(state, publishedAt);
        String retracted = retractedAt == null
                ? ""
                : ", \"retracted\": {\"by\": \"nadia\", \"at\": \"%s\"}".formatted(retractedAt);
        answer(FakeServices.resource("communique.json")
                .replace("\"state\": \"DRAFT\"", fate + retracted)
                .replace("\"editable\": true", "\"editable\": false"));
        return commander.page(COMMUNIQUE + "?lang=en");
    }

    @ParameterizedTest
    @CsvSource({"400, /problems/invalid, 6", "503, /problems/unavailable, 6", "412, /problems/precondition-failed, 7"})
    void overwritesNoVersionThatNobodyRead(int status, String problem, int tag) {
        // Given: another commander has written version 7 since version 6 was read
        answer(FakeServices.resource("communique.json"));
        services.answer("PUT " + COMMUNIQUE, status, "{\"type\": \"%s\", \"status\": %d}".formatted(problem, status));

        // When
        var again = commander.submit(
                COMMUNIQUE,
                COMMUNIQUE,
                Map.of("tag", "\"6\"", "jurisdiction", "MA-CAS", "kind", "STATEMENT", "ar", "نص", "fr", "Mien"));

        // Then
        assertThat(again.statusCode()).isEqualTo(status);
        String form = again.asString().replaceFirst("(?s).*id=\"communique-texts\"", "");
        assertThat(form).contains(">Mien</textarea>").contains("name=\"tag\" value=\"&quot;%d&quot;\"".formatted(tag));
    }

    @Test
    void draftsFiguresOfThePeriodThatWasChosen() {
        // Given
        services.answer("POST /communiques", 201, FakeServices.resource("communique.json"));
        var form = Map.of("jurisdiction", "MA-CAS", "kind", "FIGURES", "from", "2026-10-01", "to", "2026-10-31");

        // When
        commander.submit("/communiques/new", "/communiques", form);

        // Then
        assertThat(services.last("POST /communiques").body())
                .contains("\"from\":\"2026-09-30T23:00:00Z\"", "\"to\":\"2026-10-31T23:00:00Z\"");

        // When
        var statement = new HashMap<>(form);
        statement.put("kind", "STATEMENT");
        commander.submit("/communiques/new", "/communiques", statement);

        // Then
        assertThat(services.last("POST /communiques").body()).doesNotContain("2026-10-31");

        // When
        var unreadable = new HashMap<>(form);
        unreadable.put("to", "31/10");
        var refused = commander.submit("/communiques/new", "/communiques", unreadable);

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("is-refused", "value=\"31/10\"");
    }

    @ParameterizedTest
    @CsvSource({
        "en, This communiqué was corrected, Thefts in Casablanca, ltr",
        "fr, Ce communiqué a été rectifié, Vols &lt;b&gt; à Casablanca, ltr",
        "ar, صُحح هذا البلاغ, بلاغ للعموم, rtl"
    })
    void showsThePublicWhatIsPublishedInItsLanguage(String language, String state, String headline, String direction) {
        // When
        var page = given().queryParam("lang", language)
                .get(PUBLIC)
                .then()
                .statusCode(200)
                .extract();

        // Then
        assertThat(page.asString())
                .contains(state, headline, "lang=\"" + language + "\" dir=\"" + direction + "\"")
                .doesNotContain("<script", "amal", "badr", "csrf");
        assertThat(page.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        assertThat(page.header("Cache-Control")).startsWith("public, max-age=");
        assertThat(services.calls()).containsExactly("GET /public" + COMMUNIQUE);
        assertThat(services.last("GET /public" + COMMUNIQUE).headers()).doesNotContainKey("Authorization");
    }

    /** Whatever dispatch knows of it: unknown, a draft, ahead of its time or withdrawn before it. */
    @ParameterizedTest
    @ValueSource(strings = {"", ".cap"})
    void saysTheSameOfAllThatIsNotPublic(String form) {
        // Given
        String other = "01985a00-0000-7000-8000-0000000000ff";
        services.answer("GET /public/communiques/" + other + form, 404, "{\"status\": 404}");
        services.answer(
                "GET /public" + COMMUNIQUE + form,
                404,
                "application/problem+json",
                "{\"status\": 404, \"title\": \"Draft\", \"detail\": \"it is DRAFT until 2027\"}"
                        .getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", "\"7\"", "X-State", "DRAFT"));

        // When
        var unknown = given().queryParam("lang", "en").get("/public/communiques/" + other + form);
        var draft = given().queryParam("lang", "en").get(PUBLIC + form);

        // Then
        assertThat(draft.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(draft.asString().replace(Ids.COMMUNIQUE, ""))
                .isEqualTo(unknown.asString().replace(other, ""));
        assertThat(headersOf(draft)).isEqualTo(headersOf(unknown));
    }

    private static List<Header> headersOf(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("date"))
                .toList();
    }

    @Test
    void answersCachesThatHaveThePage() {
        // Given
        var tag = given().get("/public/communiques?lang=fr").header("ETag");

        // When // Then
        given().header("If-None-Match", tag)
                .get("/public/communiques?lang=fr")
                .then()
                .statusCode(304);
        given().cookie("balagh-lang", "en")
                .get("/public/communiques")
                .then()
                .statusCode(200)
                .header("ETag", arabicTag());
    }

    private static org.hamcrest.Matcher<String> arabicTag() {
        return org.hamcrest.Matchers.equalTo(
                given().get("/public/communiques?lang=ar").header("ETag"));
    }

    @Test
    void handsOutTheFeedAndTheAlertAsDispatchMadeThem() {
        // Given
        services.answer(
                "GET /public/communiques/feed.atom",
                200,
                "application/atom+xml",
                "<feed/>".getBytes(StandardCharsets.UTF_8),
                Map.of());
        services.answer(
                "GET /public" + COMMUNIQUE + ".cap",
                200,
                "application/cap+xml",
                "<alert>é</alert>".getBytes(StandardCharsets.UTF_8),
                Map.of());

        // When // Then
        assertThat(given().get("/public/communiques/feed.atom?lang=fr").asString())
                .isEqualTo("<feed/>");
        var alert = given().get(PUBLIC + ".cap").then().statusCode(200).extract();
        assertThat(new String(alert.asByteArray(), StandardCharsets.UTF_8)).isEqualTo("<alert>é</alert>");
        assertThat(alert.contentType()).contains("application/cap+xml");
        assertThat(alert.headers().hasHeaderWithName("Set-Cookie")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/incidents",
                "/communiques",
                "/communiques/new",
                "/clocks",
                "/exchange",
                "/dossiers",
                "/reports"
            })
    void leavesEverythingElseBehindTheLogin(String path) {
        assertThat(given().redirects().follow(false).get(path).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public", "/public/"})
    void beginsWithTheAnswerToTheCampaign(String path) {
        // When
        var answer = given().redirects().follow(false).get(path);

        // Then
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/public/statistics");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/publications",
                "/public/incidents",
                "/public/../communiques",
                "/public/communiques/../../communiques"
            })
    void hasNothingPublicBesides(String path) {
        assertThat(given().urlEncodingEnabled(false)
                        .redirects()
                        .follow(false)
                        .get(path)
                        .statusCode())
                .isIn(302, 404);
        assertThat(services.calls()).doesNotContain("GET /communiques", "GET /incidents");
    }

    private void answer(String json) {
        services.answer(
                "GET " + COMMUNIQUE,
                200,
                "application/json",
                json.getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", "\"7\""));
    }
}
