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
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class SourcePagesTest {

    private static final String PAGE = "/sources/" + Ids.SOURCE;
    private static final Map<String, String> DESCRIPTION = Map.of(
            "key", "key-1",
            "name", " Assabah ",
            "kind", "RSS",
            "url", "https://assabah.example.ma/feed",
            "interval", "PT15M",
            "jurisdiction", "MA-CAS",
            "keywords", "درب السلطان\n\n كريساج ",
            "enabled", "true");

    private final FakeServices services = FakeSuite.services();
    private final Browser officer = Browser.of("omar", "intake-officer");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
        tagged("source.json", "\"4\"");
    }

    @Test
    void listsHowEachSourceIsDoing() {
        assertThat(officer.page("/sources?lang=en"))
                .contains("Assabah &lt;b&gt;en direct", "RSS feed", "Failing")
                .contains("A web page stands where the feed should", "set aside: 1,240")
                .contains("تطبيق الطوارئ", ">Off<")
                .contains("<span class=\"count\">13</span>", "cursor=older+%26+older");
    }

    @Test
    void narrowsTheListToThoseThatFail() {
        // When
        officer.page("/sources?state=FAILING");

        // Then
        assertThat(services.last("GET /sources").query()).contains("state=FAILING");
    }

    @Test
    void isForIntakeOfficersOnly() {
        assertThat(Browser.of("amina", "analyst").get("/sources").statusCode()).isEqualTo(403);
        assertThat(Browser.of("amina", "analyst").page("/reports")).doesNotContain("href=\"/sources\"");
        assertThat(officer.page("/reports")).contains("href=\"/sources\"");
    }

    @Test
    void showsWhyASourceFailsAndWhatItBrought() {
        assertThat(officer.page(PAGE + "?lang=en"))
                .contains("A web page stands where the feed should", "a web page &lt;html&gt;", "failed attempts: ")
                .contains("https://www.assabah.example.ma/rss", "every 5 min", "درب السلطان")
                .contains("/items/" + Ids.ITEM, "Set aside");
    }

    @Test
    void keepsTheRestOfThePageWhenItemsCannotBeHad() {
        // Given
        services.answer("GET /items", 503, "{\"type\":\"/problems/unavailable\"}");

        // Then
        assertThat(officer.page(PAGE + "?lang=en")).contains("This part is not available", "Its description");
    }

    @Test
    void watchesASource() {
        // Given
        services.answer("POST /sources", 201, FakeServices.resource("source.json"));

        // When
        var response = officer.send("/sources/new", "/sources", DESCRIPTION);

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith(PAGE + "?done=SOURCE_WATCHED");
        FakeServices.Call call = services.last("POST /sources");
        assertThat(call.header("Idempotency-Key")).isEqualTo("key-1");
        assertThat(call.body())
                .contains("\"name\":\"Assabah\"", "\"interval\":\"PT15M\"", "\"enabled\":true")
                .contains("\"keywords\":[\"درب السلطان\",\"كريساج\"]");
    }

    @Test
    void saysOfAWebhookNoAddressAndNoInterval() {
        // Given
        services.answer("POST /sources", 201, FakeServices.resource("source.json"));
        var webhook = new HashMap<>(DESCRIPTION);
        webhook.putAll(Map.of("kind", "WEBHOOK", "url", ""));

        // When
        officer.send("/sources/new", "/sources", webhook);

        // Then
        assertThat(services.last("POST /sources").body()).doesNotContain("interval", "url");
    }

    @Test
    void keepsWhatWasTypedAndSaysBesideEachFieldWhatIsWrong() {
        // Given
        services.answer("POST /sources", 400, """
                {"type": "/problems/invalid", "status": 400, "violations": [
                 {"field": "name", "code": "WRONG_LENGTH", "params": {"min": 1, "max": 200}, "message": "must have 1 to 200 characters"},
                 {"field": "url", "code": "NOT_PUBLIC", "message": "cannot be fetched. The host leads to an address that is not part of the public internet."},
                 {"field": "keywords[1]", "code": "WRONG_LENGTH", "params": {"min": 1, "max": 100}, "message": "must have 1 to 100 characters"}]}
                """);

        // When
        var response = officer.send("/sources/new", "/sources?lang=en", DESCRIPTION);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString())
                .contains("Some fields are not valid", "value=\" Assabah \"", "value=\"PT15M\" selected")
                .containsSubsequence("name=\"name\"", "aria-invalid", "1 … 200", "name=\"kind\"")
                .containsSubsequence("name=\"url\"", "the host is not on the public internet", "name=\"interval\"")
                .containsSubsequence("درب السلطان", "</textarea>", "1 … 100")
                .doesNotContain("<ul class=\"violations\">");
        assertThat(officer.send("/sources/new", "/sources?lang=fr", DESCRIPTION).asString())
                .containsSubsequence("name=\"name\"", "n’est pas rempli, ou est trop long", "1 … 200");
    }

    @Test
    void keepsWhatWasTypedWhenIntakeIsAway() {
        // Given
        services.answer("POST /sources", 503, "<html>a proxy</html>");

        // When
        var response = officer.send("/sources/new", "/sources?lang=en", DESCRIPTION);

        // Then
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.asString()).contains("The service is not available", "value=\" Assabah \"");
    }

    @Test
    void changesTheSourceThatWasRead() {
        // Given
        services.answer("PUT " + PAGE, 200, FakeServices.resource("source.json"));

        // When
        String page = officer.page(PAGE + "/change");
        var changes = new HashMap<>(DESCRIPTION);
        changes.put("tag", "\"4\"");
        changes.remove("enabled");
        var response = officer.send(PAGE + "/change", PAGE + "/change", changes);

        // Then
        assertThat(page).contains("value=\"&quot;4&quot;\"", "كريساج</textarea>", "value=\"PT5M\" selected");
        assertThat(response.header("Location")).endsWith(PAGE + "?done=SOURCE_CHANGED");
        FakeServices.Call call = services.last("PUT " + PAGE);
        assertThat(call.header("If-Match")).isEqualTo("\"4\"");
        assertThat(call.body()).contains("\"enabled\":false");
    }

    @Test
    void offersNoKindThatASourceCannotBecome() {
        // Given
        services.answer(
                "GET /sources/" + Ids.WEBHOOK,
                200,
                "application/json",
                FakeServices.resource("webhook.json").getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", "\"1\""));

        // Then
        assertThat(officer.page("/sources/new")).contains("value=\"RSS\"", "value=\"WEBHOOK\"");
        assertThat(officer.page(PAGE + "/change")).contains("value=\"ATOM\"").doesNotContain("value=\"WEBHOOK\"");
        assertThat(officer.page("/sources/" + Ids.WEBHOOK + "/change"))
                .contains("value=\"WEBHOOK\" selected")
                .doesNotContain("value=\"RSS\"", "name=\"url\"", "name=\"interval\"");
    }

    @Test
    void showsWhatSomebodyElseMadeOfItAndLetsTheOfficerDecide() {
        // Given
        services.answer("PUT " + PAGE, 412, "{\"type\":\"/problems/precondition-failed\",\"status\":412}");
        var changes = new HashMap<>(DESCRIPTION);
        changes.put("tag", "\"3\"");

        // When
        var response = officer.send(PAGE + "/change", PAGE + "/change?lang=en", changes);

        // Then
        assertThat(response.statusCode()).isEqualTo(412);
        assertThat(response.asString())
                .contains("Somebody changed it before you", "What stands there now", "every 5 min")
                .contains("value=\" Assabah \"", "name=\"tag\" value=\"&quot;4&quot;\"");
    }

    @Test
    void switchesOffWhatWasReadAndNothingElseOfIt() {
        // Given
        services.answer("PUT " + PAGE, 200, FakeServices.resource("source.json"));

        // When
        var response = officer.submit(PAGE, PAGE + "/switch", Map.of("on", "false", "tag", "\"4\""));

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo(PAGE + "?done=SOURCE_CHANGED");
        assertThat(services.last("PUT " + PAGE).header("If-Match")).isEqualTo("\"4\"");
        assertThat(services.last("PUT " + PAGE).body())
                .contains("\"enabled\":false", "\"interval\":\"PT5M\"", "\"keywords\":[\"درب السلطان\",\"كريساج\"]");
    }

    @Test
    void asksASourceAtOnce() {
        // Given
        services.answer("POST " + PAGE + "/poll", 202, FakeServices.resource("source.json"));

        // When
        var response = officer.submit(PAGE, PAGE + "/poll", Map.of());

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo(PAGE + "?done=SOURCE_POLLED");
    }

    @Test
    void removesTheSourceThatWasRead() {
        // Given
        services.answer("DELETE " + PAGE, 200, "{}");

        // When
        var response = officer.submit(PAGE, PAGE + "/removal", Map.of("tag", "\"4\""));

        // Then
        assertThat(services.last("DELETE " + PAGE).header("If-Match")).isEqualTo("\"4\"");
        assertThat(response.header("HX-Redirect")).isEqualTo("/sources?done=SOURCE_REMOVED");
    }

    @Test
    void showsASecretOnce() {
        // Given
        String webhook = "/sources/" + Ids.WEBHOOK;
        services.answer(
                "POST " + webhook + "/secrets",
                200,
                "{\"secret\": \"whsec_c2VjcmV0\", \"earlierUntil\": \"2026-11-26T10:00:00.000Z\"}");

        // When
        var response = officer.send(webhook, webhook + "/secret?lang=en", Map.of());

        // Then
        assertThat(response.asString()).contains("value=\"whsec_c2VjcmV0\"", "it will not be shown again");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(officer.page(webhook)).doesNotContain("whsec_");
        assertThat(officer.page(PAGE)).doesNotContain(PAGE + "/secret");
    }

    @Test
    void sendsNothingWithoutTheTokenOfItsPage() {
        assertThat(officer.request().formParams(DESCRIPTION).post("/sources").statusCode())
                .isEqualTo(400);
    }

    private void tagged(String answer, String tag) {
        services.answer(
                "GET " + PAGE,
                200,
                "application/json",
                FakeServices.resource(answer).getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", tag));
    }
}
