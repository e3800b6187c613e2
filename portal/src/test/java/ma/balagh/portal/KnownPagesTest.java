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

@QuarkusTest
@WithTestResource(FakeSuite.class)
class KnownPagesTest {

    private static final String ENTRY = "/known-footage/" + Ids.KNOWN;

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void listsWhatIsKnownAndWhatWasSetAsideForIt() {
        assertThat(Browser.of("amina", "analyst").page("/known-footage?lang=en"))
                .contains("Film &lt;b&gt;Zero", "Fiction", "Set aside", "\u206861\u2069 of the \u20681,240\u2069")
                .contains("2016/1187", "Known case", "Compared with", "<bdi>lina</bdi>")
                .contains("/known-footage?cursor=");
    }

    @Test
    void isForAnalystsOnly() {
        assertThat(Browser.of("samir", "judicial-officer").get("/known-footage").statusCode())
                .isEqualTo(403);
        assertThat(Browser.of("samir", "judicial-officer").page("/dossiers")).doesNotContain("/known-footage");
    }

    @Test
    void banksWhatAnEvidenceShows() {
        // Given
        services.answer("POST /known-footage", 201, FakeServices.resource("known.json"));

        // When
        var response = Browser.of("amina", "analyst")
                .submit(
                        "/examinations/" + Ids.EXAMINATION,
                        "/known-footage",
                        Map.of(
                                "key", "key-7",
                                "evidenceId", Ids.EVIDENCE,
                                "kind", "CASE",
                                "reference", " 2016/1187 ",
                                "summary", "سرقة بالعنف"));

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo(ENTRY + "?done=FOOTAGE_BANKED");
        FakeServices.Call call = services.last("POST /known-footage");
        assertThat(call.header("Idempotency-Key")).isEqualTo("key-7");
        assertThat(call.body())
                .contains("\"evidenceId\":\"" + Ids.EVIDENCE, "\"kind\":\"CASE\"", "\"reference\":\"2016/1187\"");
    }

    @Test
    void saysThatItIsKnownAlready() {
        // Given
        services.answer("POST /known-footage", 409, "{\"type\":\"/problems/already-banked\",\"status\":409}");

        // When
        var response = Browser.of("amina", "analyst")
                .submit(
                        "/examinations/" + Ids.EXAMINATION,
                        "/known-footage?lang=en",
                        Map.of("evidenceId", Ids.EVIDENCE, "kind", "CASE", "reference", "a", "summary", "b"));

        // Then
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.asString()).contains("is known footage already");
    }

    @Test
    void takesUpAgainWhatWasSetAside() {
        // Given
        services.answer("POST /known-footage", 201, FakeServices.resource("known.json"));
        Browser analyst = Browser.of("amina", "analyst");

        // When
        String page = analyst.page(ENTRY + "?lang=en");
        analyst.submit(ENTRY, ENTRY + "/return", Map.of("key", "key-8"));

        // Then
        assertThat(page).contains("It matches so much that it tells nothing", "Take up again");
        assertThat(services.last("POST /known-footage").body())
                .contains("\"kind\":\"FICTION\"", "\"reference\":\"Film <b>Zero</b>\"", "téléfilm");
    }

    @Test
    void removesNothingButWhatWasRead() {
        // Given
        services.answer(
                "GET " + ENTRY,
                200,
                "application/json",
                FakeServices.resource("known.json").getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", "\"3\""));
        services.answer("DELETE " + ENTRY, 200, "{}");
        Browser analyst = Browser.of("amina", "analyst");

        // When
        String page = analyst.page(ENTRY);
        var response = analyst.submit(ENTRY, ENTRY + "/removal", Map.of("tag", "\"3\""));

        // Then
        assertThat(page).contains("name=\"tag\" value=\"&quot;3&quot;\"", "<details class=\"confirm\">");
        assertThat(services.last("DELETE " + ENTRY).header("If-Match")).isEqualTo("\"3\"");
        assertThat(response.header("HX-Redirect")).isEqualTo("/known-footage?done=FOOTAGE_REMOVED");
    }

    @Test
    void passesAFileOnAndShowsWhatItMatches() {
        // Given
        String match = """
                {"matches": [{"with": {"kind": "KNOWN_FOOTAGE", "id": "%s", "known": {"kind": "FICTION",
                  "reference": "Film Zero", "summary": "téléfilm"}}, "kind": "COPY", "transformation": "MIRRORED",
                  "alterations": ["CROPPED"], "speed": 1, "spans": [{"from": 0, "to": 4, "otherFrom": 2, "otherTo": 6}],
                  "coverage": 1, "otherCoverage": 0.4, "score": 0.9}]}
                """.formatted(Ids.KNOWN);
        services.answer("POST /known-footage/search", 200, match);

        // When
        var response = Browser.of("amina", "analyst")
                .ready("/known-footage/search")
                .contentType("video/mp4")
                .body("not really a video".getBytes(StandardCharsets.UTF_8))
                .post("/known-footage/search?lang=en");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).contains("1 match", "Film Zero", "mirrored", "cropped", "0:02.0 – 0:06.0");
        FakeServices.Call call = services.last("POST /known-footage/search");
        assertThat(call.body()).isEqualTo("not really a video");
        assertThat(call.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(call.header("Content-Length")).isEqualTo("18");
    }

    @Test
    void saysThatOthersSearch() {
        // Given
        services.answer("POST /known-footage/search", 429, "{\"type\":\"/problems/too-many-searches\",\"status\":429}");

        // When
        var response = Browser.of("amina", "analyst")
                .ready("/known-footage/search")
                .header("HX-Request", "true")
                .contentType("video/mp4")
                .body(new byte[4])
                .post("/known-footage/search?lang=en");

        // Then
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.asString()).contains("Others search at this moment");
    }
}
