package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
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
class ReportPagesTest {

    private static final String PAGE = "/reports/" + Ids.REPORT;

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void listsReportsWithWhatBecameOfThem() {
        assertThat(Browser.of("omar", "intake-officer").page("/reports?lang=en"))
                .contains("Under examination", "Presented to the prosecutor", "BLG-7KQ2-9MFX", "Register a report");
    }

    @Test
    void saysWhyThereIsNoMediumYet() {
        // Given
        services.answer(
                "GET " + PAGE,
                200,
                FakeServices.resource("report.json").replaceFirst("\"media\": \\[.*?\\], \"mediaUrls\": \\[\\]", """
                                "media": [], "mediaUrls": [
                                 {"url": "https://example.org/gone.mp4", "state": "UNOBTAINABLE", "reason": "GONE"},
                                 {"url": "https://example.org/slow.mp4", "state": "TO_OBTAIN", "reason": "NO_ANSWER"},
                                 {"url": "https://example.org/read", "state": "READ"}]"""));

        // Then
        assertThat(Browser.of("hind", "commander").page(PAGE + "?lang=en"))
                .containsSubsequence(
                        "No pictures or videos yet",
                        "https://example.org/gone.mp4",
                        "Could not be fetched",
                        "The server says that it is gone for good",
                        "https://example.org/slow.mp4",
                        "Being fetched",
                        "The server did not answer in time",
                        "Answer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ar | ينتظر من      | المختبر: وسائطه قيد الخبرة                | ينتظر منذ     | الملفات التي ورد فيها
            fr | Attend de     | laboratoire\u00a0: ses médias sont en cours   | Attend depuis | Dossiers où il figure
            en | Waits for     | laboratory: its media are being examined | Waiting since | Dossiers it stands in
            """)
    void saysWhatItsAnswerWaitsForAndLinksItsDossiers(
            String language, String from, String step, String since, String dossiers) {
        assertThat(Browser.of("hind", "commander").page(PAGE + "?lang=" + language))
                .containsSubsequence(
                        "id=\"awaited\"",
                        from,
                        step,
                        since,
                        dossiers,
                        "href=\"/dossiers/" + Ids.DOSSIER + "\"",
                        "Vol &lt;script&gt;");
        assertThat(services.last("GET /dossiers").query()).contains("reportId=" + Ids.REPORT);
    }

    @Test
    void showsNoDossierToThoseWhoMayOpenNone() {
        // Then
        assertThat(Browser.of("karim", "dispatcher").page(PAGE + "?lang=en"))
                .containsSubsequence("id=\"awaited\"", "those who decide")
                .doesNotContain("href=\"/dossiers/", "Dossiers it stands in");
        assertThat(services.calls()).noneMatch(call -> call.contains("/dossiers"));

        // And where analysis is away
        services.answer("GET /dossiers", 503, "{}");
        assertThat(Browser.of("hind", "commander").page(PAGE + "?lang=en"))
                .containsSubsequence("id=\"awaited\"", "those who decide");
    }

    @Test
    void waitsForNothingOnceItIsAnswered() {
        // Given
        services.answer(
                "GET " + PAGE,
                200,
                FakeServices.resource("report.json")
                        .replace("UNDER_EXAMINATION", "ANSWERED")
                        .replace(
                                "\"answer\": null",
                                "\"answer\": {\"kind\": \"KNOWN_CASE\", \"at\": \"2026-11-24T22:00:00.000Z\"}"));

        // Then
        assertThat(Browser.of("hind", "commander").page(PAGE + "?lang=en"))
                .contains("href=\"/dossiers/" + Ids.DOSSIER + "\"")
                .doesNotContain("id=\"awaited\"", "Not answered yet");
    }

    @Test
    void registersWhatCameInByTelephone() {
        // Given
        services.answer("POST /reports", 201, FakeServices.resource("report.json"));

        // When
        var response = Browser.of("omar", "intake-officer")
                .submit(
                        "/reports/new",
                        "/reports",
                        Map.of(
                                "key", "key-4",
                                "channel", "CITIZEN",
                                "text", "سرقة هاتف قرب المحطة",
                                "place", "محطة الرباط المدينة",
                                "reporterName", "سعيد",
                                "mediaUrls", "https://example.org/a.mp4\n\nhttps://example.org/b.mp4"));

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo(PAGE + "?done=REPORT_REGISTERED");
        assertThat(services.last("POST /reports").body())
                .contains("\"channel\":\"CITIZEN\"", "\"claim\":{\"place\":\"محطة الرباط المدينة\"}")
                .contains("\"mediaUrls\":[\"https://example.org/a.mp4\",\"https://example.org/b.mp4\"]")
                .contains("\"reporter\":{\"name\":\"سعيد\"}")
                .doesNotContain("null", "title");
    }

    @Test
    void passesAMediumOnAsItIs() {
        // Given
        services.answer("POST " + PAGE + "/media", 201, "{\"evidenceId\": \"" + Ids.EVIDENCE + "\"}");

        // When
        var response = Browser.of("omar", "intake-officer")
                .ready(PAGE)
                .contentType("video/mp4")
                .body("not really a video".getBytes(StandardCharsets.UTF_8))
                .post(PAGE + "/media?name=مقطع.mp4");

        // Then
        assertThat(response.statusCode()).isEqualTo(204);
        FakeServices.Call call = services.last("POST " + PAGE + "/media");
        assertThat(call.body()).isEqualTo("not really a video");
        assertThat(call.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(call.header("Content-Length")).isEqualTo("18");
        assertThat(call.header("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''%D9%85%D9%82%D8%B7%D8%B9.mp4");
    }

    @Test
    void saysWhyAFileIsNotTakenIn() {
        // Given
        services.answer(
                "POST " + PAGE + "/media",
                415,
                "{\"type\": \"/problems/not-a-medium\", \"status\": 415, \"detail\": \"text/plain\"}");

        // When
        var response = Browser.of("omar", "intake-officer")
                .ready(PAGE)
                .header("HX-Request", "true")
                .contentType("video/mp4")
                .body("text".getBytes(StandardCharsets.UTF_8))
                .post(PAGE + "/media?lang=en");

        // Then
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.asString()).contains("no video or image").doesNotContain("text/plain");
    }

    @Test
    void showsAnAnswerByRuleAndLetsAnOfficerTakeItBack() {
        // Given
        String dossier = "01a00000-0000-7000-8000-0000000000d1";
        services.answer(
                "GET " + PAGE, 200, FakeServices.resource("report.json").replaceFirst("\\{", """
                {"rule": {"dossierId": "%s", "stopped": false},
                """.formatted(dossier)));
        services.answer("POST " + PAGE + "/rule-stop", 200, "{}");
        Browser omar = Browser.of("omar", "intake-officer");

        // When
        String page = omar.page(PAGE + "?lang=en");
        var response = omar.submit(PAGE, PAGE + "/rule-stop", Map.of("reason", "un autre fait"));

        // Then
        assertThat(page)
                .contains("Answered by rule", "Nobody looked at this report", "action=\"" + PAGE + "/rule-stop\"");
        assertThat(Browser.of("amina", "analyst").page(PAGE + "?lang=fr"))
                .contains("Réponse par règle", "/dossiers/" + dossier)
                .doesNotContain("rule-stop");
        assertThat(services.last("POST " + PAGE + "/rule-stop").body()).isEqualTo("{\"reason\":\"un autre fait\"}");
        assertThat(response.header("HX-Redirect")).isEqualTo(PAGE + "?done=RULE_STOPPED");
    }
}
