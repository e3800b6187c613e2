package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class TextPagesTest {

    private static final String PAGE = "/answer-texts/RESOLVED.ARRESTED";
    private static final Map<String, String> EDITED =
            Map.of("tag", "\"2\"", "ar", " نص جديد ", "fr", "Un texte <neuf>", "en", "A new text");

    private final FakeServices services = FakeSuite.services();
    private final Browser officer = Browser.of("omar", "intake-officer");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
        services.answer(
                "GET " + PAGE,
                200,
                "application/json",
                FakeServices.resource("answer-text.json").getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", "\"2\""));
        services.answer("PUT " + PAGE, 200, FakeServices.resource("answer-text.json"));
    }

    @Test
    void listsTheTextOfEachEnding() {
        assertThat(officer.page("/answer-texts?lang=fr"))
                .containsSubsequence(
                        "Hors du champ du service", "Texte d’origine", "Intervention terminée\u00a0: arrestation")
                .contains("Votre signalement a été lu &lt;b&gt;2", "<bdi>omar</bdi>")
                // What the portal has no name for is there nevertheless.
                .containsSubsequence("Affaire déjà traitée\u00a0: présenté au parquet", "NEW_KIND");
    }

    @Test
    void showsATextInThreeLanguagesWithItsVersions() {
        assertThat(officer.page(PAGE + "?lang=en"))
                .containsSubsequence("lang=\"ar\"", "بلاغكم &lt;b&gt;2</textarea>", "lang=\"fr\"", "lang=\"en\"")
                .containsSubsequence("Versions", "version 2", "the present one", "version 1", "<bdi>lina</bdi>")
                .contains("The original text", PAGE + "?version=1");
    }

    @Test
    void takesAnEarlierTextIntoTheForm() {
        assertThat(officer.page(PAGE + "?version=1"))
                .contains("Your report was read 1</textarea>", "value=\"&quot;2&quot;\"");
    }

    @Test
    void editsTheTextThatWasRead() {
        // When
        var response = officer.send(PAGE, PAGE, EDITED);

        // Then
        assertThat(response.header("Location")).endsWith(PAGE + "?done=TEXT_PROPOSED");
        FakeServices.Call call = services.last("PUT " + PAGE);
        assertThat(call.header("If-Match")).isEqualTo("\"2\"");
        assertThat(call.body()).isEqualTo("{\"ar\":\"نص جديد\",\"fr\":\"Un texte <neuf>\",\"en\":\"A new text\"}");
    }

    @Test
    void letsASecondPersonDecideOnAProposedText() {
        // Given
        String id = "01a00000-0000-7000-8000-0000000000a1";
        String decision = PAGE + "/proposals/" + id + "/decision";
        services.answer(
                "GET " + PAGE,
                200,
                "application/json",
                FakeServices.resource("answer-text.json")
                        .replaceFirst("\\{", """
                                {"proposal": {"id": "%s", "proposedBy": "omar", "proposedAt": "2026-11-25T08:00:00.000Z",
                                 "text": {"ar": "نص", "fr": "Un <i>texte</i>", "en": "Proposed words"}},
                                """.formatted(id))
                        .getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", "\"2-a\""));
        services.answer("POST " + decision, 200, FakeServices.resource("answer-text.json"));
        Browser second = Browser.of("hind", "commander");

        // When
        String page = second.page(PAGE + "?lang=en");
        var response = second.send(PAGE, decision, Map.of("tag", "\"2-a\"", "decision", "CONFIRM"));

        // Then
        assertThat(page)
                .contains("Un &lt;i&gt;texte", "Proposed words", "Put into force", "action=\"" + decision + "\"")
                .doesNotContain("<textarea");
        assertThat(officer.page(PAGE + "?lang=en"))
                .contains("another person has to put it into force", "Take the proposal back")
                .doesNotContain("value=\"CONFIRM\"");
        assertThat(response.header("Location")).endsWith(PAGE + "?done=TEXT_EDITED");
        assertThat(services.last("POST " + decision).header("If-Match")).isEqualTo("\"2-a\"");
        assertThat(services.last("POST " + decision).body()).isEqualTo("{\"decision\":\"CONFIRM\"}");
    }

    @Test
    void saysBesideEachLanguageWhatIsWrongAndKeepsWhatWasTyped() {
        // Given
        services.answer("PUT " + PAGE, 400, """
                {"type": "/problems/invalid", "status": 400, "violations": [
                 {"field": "fr", "code": "MARKUP", "message": "must be one paragraph of plain text without markup"},
                 {"field": "en", "code": "OTHER_LANGUAGE", "message": "must be a text in its language"}]}
                """);

        // When
        var response = officer.send(PAGE, PAGE + "?lang=en", EDITED);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString())
                .containsSubsequence("نص جديد", "Un texte &lt;neuf&gt;</textarea>", "plain text without markup")
                .containsSubsequence("A new text</textarea>", "a text in its language");
    }

    @Test
    void showsWhatSomebodyElseMadeOfItAndKeepsWhatWasTyped() {
        // Given
        services.answer("PUT " + PAGE, 412, "{\"type\":\"/problems/precondition-failed\",\"status\":412}");

        // When
        var response = officer.send(
                PAGE, PAGE + "?lang=en", Map.of("tag", "\"1\"", "ar", "نص", "fr", "Un texte", "en", "My own text"));

        // Then
        assertThat(response.statusCode()).isEqualTo(412);
        assertThat(response.asString())
                .containsSubsequence("What it says now", "Your report was read &lt;b&gt;2", "My own text</textarea>")
                .contains("name=\"tag\" value=\"&quot;2&quot;\"");
    }

    @Test
    void letsAuditorsReadAndNothingElse() {
        // Given
        Browser auditor = Browser.of("salma", "auditor");

        // Then
        assertThat(auditor.page(PAGE)).doesNotContain("<textarea").contains("Your report was read &lt;b&gt;2");
        assertThat(auditor.send(PAGE, PAGE, EDITED).statusCode()).isEqualTo(403);
        assertThat(Browser.of("hind", "commander").page(PAGE)).contains("<textarea");
        assertThat(Browser.of("amina", "analyst").get(PAGE).statusCode()).isEqualTo(403);
    }
}
