package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class ExchangePagesTest {

    private static final String PAGE = "/exchange";
    private static final String CALLBACK = "/callbacks/01985a00-0000-7000-8000-00000000ca01";
    private static final String EXPORT = "GET /incidents/export";

    private final FakeServices services = FakeSuite.services();
    private final Browser commander = Browser.of("hind", "commander");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Does not receive, 12 messages, 2 messages not received in time, 41 incidents",
        "fr, Ne reçoit pas, 12 messages, 2 messages non reçus dans le délai, 41 interventions",
        "ar, لا يستقبل, 12 رسالة, رسالتان لم تُستقبلا في الأجل, 41 تدخلاً"
    })
    void showsHowPartnersAreDoingAndWhatWasExported(
            String language, String state, String pending, String givenUp, String incidents) {
        assertThat(commander.page(PAGE + "?lang=" + language))
                .contains(state, pending, givenUp, incidents)
                .contains("partner-city&lt;b&gt;", "hooks.city.example", "MA-RBA", "التقرير الشهري &lt;b&gt;", "hind")
                .doesNotContain("secret-path", "token=abc");
    }

    @Test
    void showsTheServerOfAnAddressThatIsNoUri() throws IOException {
        // Given
        String callbacks = Files.readString(Path.of("src/test/resources/fake/callbacks.json"));
        services.answer(
                "GET /callbacks",
                200,
                callbacks.replace("hooks.city.example/secret-path", "hooks.city.example:443/hook{abc}|%"));

        // Then
        assertThat(commander.page(PAGE + "?lang=en"))
                .contains("<bdi dir=\"ltr\">hooks.city.example</bdi>")
                .doesNotContain("{abc}");
    }

    @Test
    void letsTheAuditorReadAndNotExport() {
        // Given
        Browser auditor = Browser.of("nadia", "auditor");

        // Then
        assertThat(auditor.page(PAGE + "?lang=en"))
                .contains("What was exported")
                .doesNotContain("/exchange/incidents", "/exchange/callbacks");
        assertThat(auditor.submit(PAGE, PAGE + CALLBACK + "/end", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(auditor.submit(PAGE, "/exchange/incidents", Map.of("purpose", "curious about it"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void isForCommandersAndAuditors() {
        assertThat(Browser.of("karim", "dispatcher").get(PAGE).statusCode()).isEqualTo(403);
        assertThat(Browser.of("karim", "dispatcher").page("/incidents")).doesNotContain(PAGE);
        assertThat(commander.page("/incidents")).contains("href=\"/exchange#export\"");
    }

    @Test
    void handsOutTheFileForWhoSaysWhy() {
        // Given
        answerWithAFile();

        // When
        var answer = commander.submit(
                PAGE,
                "/exchange/incidents",
                Map.of(
                        "purpose",
                        "monthly review",
                        "format",
                        "csv",
                        "from",
                        "2026-11-01",
                        "to",
                        "2026-11-24",
                        "jurisdiction",
                        " MA-CAS "));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains("incidents.csv");
        assertThat(answer.asString()).isEqualTo("id,dossierId\r\n");
        assertThat(services.last(EXPORT).header("X-Purpose")).contains("monthly");
        assertThat(services.last(EXPORT).query())
                .contains("format=csv", "from=2026-10-31T23:00:00Z", "to=2026-11-24T23:00:00Z", "jurisdiction=MA-CAS");
    }

    @Test
    void handsOutNothingWithoutAPurpose() {
        // Given
        answerWithAFile();

        // Then
        assertThat(commander
                        .submit(PAGE, "/exchange/incidents", Map.of("purpose", "short"))
                        .statusCode())
                .isEqualTo(428);
        assertThat(services.calls()).doesNotContain(EXPORT);
    }

    @Test
    void leavesDaysThatNoCalendarHasToTheService() {
        // Given
        services.answer(EXPORT, 400, "{\"type\": \"about:blank\", \"status\": 400}");

        // When
        var answer = commander.submit(
                PAGE, "/exchange/incidents", Map.of("purpose", "monthly review", "to", "+999999999-12-31"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(services.last(EXPORT).query()).contains("999999999-12-31");
    }

    @ParameterizedTest
    @CsvSource({"en, 'Yes, end it'", "fr, 'Oui, y mettre fin'", "ar, 'نعم، أنهِه'"})
    void endsACallbackForACommanderWhoIsSure(String language, String sure) {
        // Given
        services.answer("DELETE " + CALLBACK, 204, "");
        assertThat(commander.page(PAGE + "?lang=" + language)).contains(sure, PAGE + CALLBACK + "/end");

        // When
        var response = commander.submit(PAGE, PAGE + CALLBACK + "/end", Map.of());

        // Then
        assertThat(services.all("DELETE " + CALLBACK)).hasSize(1);
        assertThat(response.header("HX-Redirect")).isEqualTo("/exchange?done=CALLBACK_ENDED");
    }

    @Test
    void endsNoCallbackThatTheServiceKeeps() {
        // Given
        services.answer("DELETE " + CALLBACK, 403, "{\"type\": \"about:blank\", \"status\": 403}");

        // Then
        assertThat(commander.submit(PAGE, PAGE + CALLBACK + "/end", Map.of()).statusCode())
                .isEqualTo(403);
    }

    private void answerWithAFile() {
        services.answer(
                EXPORT,
                200,
                "text/csv",
                "id,dossierId\r\n".getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Disposition", "attachment; filename=\"incidents.csv\""));
    }
}
