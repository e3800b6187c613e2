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

@QuarkusTest
@WithTestResource(FakeSuite.class)
class RenditionPagesTest {

    private static final String EXAMINATION = "/examinations/" + Ids.EXAMINATION;
    private static final String RENDITIONS = EXAMINATION + "/renditions";
    private static final String RENDITION = "/renditions/" + Ids.RENDITION;
    private static final Pattern PASS = Pattern.compile("pass=([\\w-]+)");

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void followsARenditionThatIsBeingMade() {
        // Given
        Browser analyst = Browser.of("amina", "analyst");
        String pass = pass(analyst);

        // When
        String list = analyst.page(RENDITIONS + "?lang=en&pass=" + pass);
        services.answer(
                "GET " + RENDITION, 200, FakeServices.resource("rendition.json").replace("\"READY\"", "\"RUNNING\""));
        String page = analyst.page(RENDITION + "?lang=en&pass=" + pass);

        // Then
        assertThat(list).contains("Playable rendition", "Being made", "value=\"0.4\"", "hx-trigger=\"every 2s\"");
        assertThat(page).contains("hx-trigger=\"every 1s\"", "Being made").doesNotContain("<video");
    }

    @Test
    void ordersWhatABrowserCanPlay() {
        // Given
        services.answer("POST " + RENDITIONS, 201, FakeServices.resource("rendition.json"));
        Browser analyst = Browser.of("amina", "analyst");

        // When
        var response = analyst.submit(EXAMINATION, RENDITIONS, Map.of("key", "key-1", "pass", pass(analyst)));

        // Then
        assertThat(response.header("HX-Redirect"))
                .startsWith(RENDITION + "?pass=")
                .endsWith("&done=RENDITION_ORDERED");
        FakeServices.Call call = services.last("POST " + RENDITIONS);
        assertThat(call.body()).isEqualTo("{\"kind\":\"PLAYABLE\"}");
        assertThat(call.header("Idempotency-Key")).isEqualTo("key-1");
    }

    @Test
    void ordersWhatIsToBeHiddenAndUntilWhen() {
        // Given
        services.answer("POST " + RENDITIONS, 201, FakeServices.resource("rendition.json"));
        Browser analyst = Browser.of("amina", "analyst");
        String pass = pass(analyst);

        // When
        analyst.ready(EXAMINATION)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("pass", pass)
                .formParam("sound", "ALTER")
                .formParam("from", "", "1.5")
                .formParam("to", "", "4")
                .formParam("left", "10", "20,5")
                .formParam("top", "0", "0")
                .formParam("right", "30", "50")
                .formParam("bottom", "100", "60")
                .formParam("follow", "false", "true")
                .post(EXAMINATION + "/redaction")
                .then()
                .statusCode(303);

        // Then
        assertThat(services.last("POST " + RENDITIONS).body())
                .contains("\"kind\":\"REDACTED\",\"faces\":false", "\"sound\":\"ALTER\"")
                .contains("{\"left\":0.1,\"top\":0.0,\"right\":0.3,\"bottom\":1.0,\"follow\":false}")
                .contains("{\"from\":1.5,\"left\":0.205,\"top\":0.0,\"right\":0.5,\"bottom\":0.6,\"follow\":true}");
    }

    @Test
    void hidesFacesWhereNobodySaysOtherwise() {
        // Given
        services.answer("POST " + RENDITIONS, 201, FakeServices.resource("rendition.json"));
        Browser analyst = Browser.of("amina", "analyst");

        // When
        String form = analyst.page(EXAMINATION + "/redaction?pass=" + pass(analyst));
        analyst.submit(
                EXAMINATION,
                EXAMINATION + "/redaction",
                Map.of("pass", pass(analyst), "faces", "true", "sound", "REMOVE"));

        // Then
        assertThat(form).contains("name=\"faces\" value=\"true\" checked", "value=\"REMOVE\" checked");
        assertThat(services.last("POST " + RENDITIONS).body())
                .isEqualTo("{\"kind\":\"REDACTED\",\"faces\":true,\"rectangles\":[],\"sound\":\"REMOVE\"}");
    }

    @Test
    void letsCommandersLookButNotOrder() {
        // Given
        Browser commander = Browser.of("hind", "commander");

        // When
        String list = commander.page(RENDITIONS + "?pass=" + pass(commander));
        var form = commander.get(EXAMINATION + "/redaction?pass=" + pass(commander));

        // Then
        assertThat(list).doesNotContain("<form", "/redaction");
        assertThat(form.statusCode()).isEqualTo(403);
    }

    @Test
    void asksWhyBeforeItPlays() {
        // Given
        Browser analyst = Browser.of("amina", "analyst");

        // When
        String unsaid = analyst.page(RENDITION + "?lang=en");
        String said = analyst.submit(RENDITION, RENDITION + "/viewing?lang=en", Map.of("purpose", "checking it"))
                .asString();

        // Then
        assertThat(unsaid)
                .contains("name=\"purpose\"", "60303ae22b998861bce3b28f33eec1be", "Faces hidden")
                .doesNotContain("<video", "/content?");
        assertThat(said)
                .contains(
                        "<video id=\"video-" + Ids.RENDITION, "muted", "data-uncover", RENDITION + "/content?save=true")
                .doesNotContain("Nothing of the picture is hidden")
                .contains("Seconds that a person has to check", "data-seek=\"2.0\"", "0:02.0 – 0:03.5");
    }

    @Test
    void warnsOfARedactionThatHidesNothing() {
        // Given
        services.answer(
                "GET " + RENDITION,
                200,
                FakeServices.resource("rendition.json")
                        .replace("\"pictures\": 190", "\"pictures\": 0")
                        .replace("\"faces\": 3", "\"faces\": 0"));
        Browser analyst = Browser.of("amina", "analyst");

        // When
        String page = analyst.page(RENDITION + "?lang=en&pass=" + pass(analyst));

        // Then
        assertThat(page)
                .contains(
                        "Nothing of the picture is hidden",
                        "<dt>Faces hidden</dt><dd>0</dd>",
                        "<dt>Pictures touched</dt><dd>0</dd>");
    }

    @Test
    void offersNoSoundWhereItWasRemoved() {
        // Given
        Browser analyst = Browser.of("amina", "analyst");
        String address = RENDITION + "?lang=en&pass=" + pass(analyst);
        String heard = analyst.page(address);
        services.answer(
                "GET " + RENDITION, 200, FakeServices.resource("rendition.json").replace("\"ALTER\"", "\"REMOVE\""));

        // Then
        assertThat(heard).contains("data-sound");
        assertThat(analyst.page(address)).contains("<video").doesNotContain("data-sound");
    }

    @Test
    void passesTheBytesOnToPlayAndToKeep() {
        // Given
        services.answer(
                "GET " + RENDITION + "/content",
                206,
                "video/mp4",
                "0123".getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Range", "bytes 0-3/10", "Accept-Ranges", "bytes"));
        Browser analyst = Browser.of("amina", "analyst");
        String page = analyst.page(RENDITION + "?pass=" + pass(analyst));
        String pass = passIn(page.substring(page.indexOf("/content?")));

        // When
        var played = analyst.request().header("Range", "bytes=0-3").get(RENDITION + "/content?pass=" + pass);
        var kept = analyst.get(RENDITION + "/content?save=true&pass=" + pass);

        // Then
        assertThat(played.statusCode()).isEqualTo(206);
        assertThat(played.header("Content-Disposition")).isEqualTo("inline");
        assertThat(services.last("GET " + RENDITION + "/content").header("X-Purpose"))
                .isEqualTo("studying the examination");
        assertThat(kept.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + Ids.RENDITION + ".mp4\"");
    }

    @Test
    void saysWhyARenditionFailed() {
        // Given
        services.answer("GET " + RENDITION, 200, """
                {"id": "%s", "examinationId": "%s", "evidenceId": "%s", "kind": "REDACTED", "state": "FAILED", "progress": 0.5,
                 "reason": "DIFFERENT_PICTURES", "complaint": "<b>moov</b> atom"}
                """.formatted(Ids.RENDITION, Ids.EXAMINATION, Ids.EVIDENCE));

        // When
        String page = Browser.of("amina", "analyst").page(RENDITION + "?lang=en");

        // Then
        assertThat(page)
                .contains("Two passes did not see the same pictures", "&lt;b&gt;moov&lt;/b&gt;")
                .doesNotContain("hx-trigger", "name=\"purpose\"");
    }

    private static String pass(Browser browser) {
        String bench = browser.submit(
                        EXAMINATION, EXAMINATION + "/viewing", Map.of("purpose", "studying the examination"))
                .asString();
        return passIn(bench);
    }

    private static String passIn(String page) {
        Matcher pass = PASS.matcher(page);
        assertThat(pass.find()).isTrue();
        return pass.group(1);
    }
}
