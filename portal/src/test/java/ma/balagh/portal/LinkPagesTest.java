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
class LinkPagesTest {

    private static final String LIST = "/missing-media";
    private static final String PAGE = LIST + "/" + Ids.LINK;
    private static final String LINK = "/media-links/" + Ids.LINK;

    private final FakeServices services = FakeSuite.services();
    private final Browser officer = Browser.of("omar", "intake-officer");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void listsWhatOnlyAPersonCanHelpWith() {
        // When
        String page = officer.page(LIST + "?lang=en");

        // Then
        assertThat(services.last("GET /media-links").query()).contains("state=UNOBTAINABLE");
        assertThat(page)
                .contains("https://example.org/a.mp4?&lt;b&gt;", "The server shows it only to those who log in")
                .contains("attempts: 3", "state=UNOBTAINABLE&amp;cursor=after");
    }

    @Test
    void listsWhatIsStillTriedAndWhenItIsNext() {
        // Given
        services.answer(
                "GET /media-links",
                200,
                FakeServices.resource("media-links.json")
                        .replace("UNOBTAINABLE", "TO_OBTAIN")
                        .replace("\"nextAttemptAt\": null", "\"nextAttemptAt\": \"2126-11-24T20:10:00.000Z\""));

        // When
        String page = officer.page(LIST + "?state=TO_OBTAIN&lang=en");

        // Then
        assertThat(services.last("GET /media-links").query()).contains("state=TO_OBTAIN");
        assertThat(page).containsSubsequence("Next attempt", "datetime=\"2126-11-24T20:10:00Z\"", ">in ");
    }

    @Test
    void listsWhatIsTriedInVainApart() {
        // Given
        services.answer(
                "GET /media-links",
                200,
                FakeServices.resource("media-links.json")
                        .replace("UNOBTAINABLE", "TO_OBTAIN")
                        .replace("\"attempts\": 3", "\"attempts\": 6, \"failures\": 6"));

        // When
        String page = officer.page(LIST + "?state=FAILING&lang=en");

        // Then
        assertThat(services.last("GET /media-links").query()).contains("state=TO_OBTAIN", "failing=true");
        assertThat(page)
                .contains("aria-current=\"true\">Attempts fail</a>", "attempts: 6", "state=FAILING&amp;cursor=after");
        officer.page(LIST + "?state=TO_OBTAIN");
        assertThat(services.last("GET /media-links").query()).contains("failing=false");
    }

    @Test
    void isForIntakeOfficersOnly() {
        assertThat(Browser.of("samir", "judicial-officer").get(LIST).statusCode())
                .isEqualTo(403);
        assertThat(Browser.of("hind", "commander").page("/clocks")).doesNotContain(LIST);
    }

    @Test
    void showsWhyAMediumIsMissingAndForWhichReport() {
        assertThat(officer.page(PAGE + "?lang=en"))
                .contains("كريساج في درب السلطان", "href=\"/reports/" + Ids.REPORT, "Since")
                .contains("The server shows it only to those who log in", "(status 401 &lt;i&gt;)");
    }

    @Test
    void hasItTriedAgainAndSaysWhy() {
        // Given
        services.answer("POST " + LINK + "/retry", 200, FakeServices.resource("media-link.json"));

        // When
        var response =
                officer.submit(PAGE, PAGE + "/retry", Map.of("key", "key-9", "reason", " Le site est de retour "));

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo(PAGE + "?done=MEDIUM_TRIED_AGAIN");
        assertThat(services.last("POST " + LINK + "/retry").header("Idempotency-Key"))
                .isEqualTo("key-9");
        assertThat(services.last("POST " + LINK + "/retry").body()).isEqualTo("{\"reason\":\"Le site est de retour\"}");
    }

    @Test
    void passesTheFileOnForThatLink() {
        // Given
        String media = "/reports/" + Ids.REPORT + "/media";
        services.answer("POST " + media, 201, "{\"evidenceId\": \"" + Ids.EVIDENCE + "\"}");

        // When
        var response = officer.ready(PAGE)
                .contentType("video/mp4")
                .body("not really a video".getBytes(StandardCharsets.UTF_8))
                .post(PAGE + "/file?name=a.mp4");

        // Then
        assertThat(response.statusCode()).isEqualTo(204);
        FakeServices.Call call = services.last("POST " + media);
        assertThat(call.query()).isEqualTo("mediaLink=" + Ids.LINK);
        assertThat(call.body()).isEqualTo("not really a video");
        assertThat(call.header("Content-Disposition")).isEqualTo("attachment; filename*=UTF-8''a.mp4");
    }

    @Test
    void offersNothingOnceTheMediumIsHere() {
        // Given
        services.answer(
                "GET " + LINK,
                200,
                FakeServices.resource("media-link.json")
                        .replace("UNOBTAINABLE", "OBTAINED")
                        .replace("\"evidenceId\": null", "\"evidenceId\": \"" + Ids.EVIDENCE + "\""));

        // Then
        assertThat(officer.page(PAGE))
                .contains("/evidence/" + Ids.EVIDENCE + "/custody")
                .doesNotContain(PAGE + "/retry", PAGE + "/file");
    }
}
