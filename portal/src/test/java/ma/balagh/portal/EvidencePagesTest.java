package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class EvidencePagesTest {

    private static final String PAGE = "/dossiers/" + Ids.DOSSIER;
    private static final String CONTENT = "/evidence/" + Ids.EVIDENCE + "/content";
    private static final Pattern PASS = Pattern.compile("content\\?pass=([\\w-]+)");

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
        services.answer(
                "GET " + CONTENT,
                206,
                "video/mp4",
                "0123".getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Range", "bytes 0-3/10", "Accept-Ranges", "bytes", "ETag", "\"9f86\""));
    }

    @Test
    void showsCoveredMuteMediaOnceThePurposeIsSaid() {
        // When
        String media = mediaFor(Browser.of("amina", "analyst"), "studying the dossier");

        // Then
        assertThat(media)
                .contains("<video", "muted", "data-uncover", "studying the dossier")
                .contains("/examinations/" + Ids.EXAMINATION + "/frames/1?pass=")
                .contains("/examinations/" + Ids.EXAMINATION + "/comparison?other=" + Ids.OTHER_EVIDENCE)
                .doesNotContain("checked", "<html");
    }

    @Test
    void showsAPageWithItsStyleSheetToWhomeverHasNoScripts() {
        // When
        String page = Browser.of("amina", "analyst")
                .send(PAGE, PAGE + "/viewing", Map.of("purpose", "studying the dossier"))
                .asString();

        // Then
        assertThat(page).contains("<html", "rel=\"stylesheet\"", "<video", "data-uncover", "href=\"" + PAGE + "\"");
    }

    @Test
    void asksForMoreThanAWord() {
        // When
        var response = Browser.of("amina", "analyst").submit(PAGE, PAGE + "/viewing?lang=en", Map.of("purpose", "why"));

        // Then
        assertThat(response.statusCode()).isEqualTo(428);
        assertThat(response.asString()).contains("at least eight characters");
    }

    @Test
    void offersThePurposeAgainButShowsNothingWithoutIt() {
        // Given
        Browser analyst = Browser.of("amina", "analyst");
        var said = analyst.submit(PAGE, PAGE + "/viewing", Map.of("purpose", "studying the dossier"))
                .getDetailedCookie("balagh-purpose");

        // When
        String again = analyst.request().cookie(said).get(PAGE).asString();
        String somebodyElses =
                Browser.of("lina", "analyst").request().cookie(said).get(PAGE).asString();

        // Then
        assertThat(said.getPath()).isEqualTo(PAGE);
        assertThat(said.isHttpOnly()).isTrue();
        assertThat(again)
                .contains("name=\"purpose\" value=\"studying the dossier\"")
                .doesNotContain("<video");
        assertThat(somebodyElses).contains("name=\"purpose\" value=\"\"");
    }

    @Test
    void passesARangeOnWithThePurpose() {
        // Given
        Browser analyst = Browser.of("amina", "analyst");
        String pass = passIn(mediaFor(analyst, "دراسة الملف قصد التكييف"));

        // When
        var response = analyst.request().header("Range", "bytes=0-3").get(CONTENT + "?pass=" + pass);

        // Then
        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.header("Content-Range")).isEqualTo("bytes 0-3/10");
        assertThat(response.header("Cache-Control")).contains("no-store");
        assertThat(response.asString()).isEqualTo("0123");
        FakeServices.Call call = services.last("GET " + CONTENT);
        assertThat(call.header("Range")).isEqualTo("bytes=0-3");
        assertThat(call.header("X-Purpose")).startsWith("UTF-8''%D8%AF");
    }

    @Test
    void fetchesFromTheObjectStoreWithoutShowingItTheToken() {
        // Given
        services.answer(
                "GET " + CONTENT,
                307,
                "text/plain",
                new byte[0],
                Map.of("Location", services.url() + "/api/v1/bucket/object?X-Amz-Signature=9f86"));
        services.answer(
                "GET /bucket/object",
                206,
                "video/mp4",
                "4567".getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Range", "bytes 4-7/10", "ETag", "\"store\""));
        Browser analyst = Browser.of("amina", "analyst");
        String pass = passIn(mediaFor(analyst, "studying the dossier"));

        // When
        var response = analyst.request().header("Range", "bytes=4-7").get(CONTENT + "?pass=" + pass);

        // Then
        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.header("Content-Range")).isEqualTo("bytes 4-7/10");
        assertThat(response.header("Content-Type")).startsWith("video/mp4");
        assertThat(response.asString()).isEqualTo("4567");
        FakeServices.Call call = services.last("GET /bucket/object");
        assertThat(call.query()).isEqualTo("X-Amz-Signature=9f86");
        assertThat(call.header("Range")).isEqualTo("bytes=4-7");
        assertThat(call.header("Authorization")).isEmpty();
        assertThat(call.header("X-Purpose")).isEmpty();
    }

    @Test
    void keepsThePurposeOutOfTheAddress() {
        // When
        String pass = passIn(mediaFor(Browser.of("amina", "analyst"), "studying the dossier"));

        // Then
        assertThat(new String(Base64.getUrlDecoder().decode(pass), StandardCharsets.ISO_8859_1))
                .doesNotContain("studying");
    }

    @Test
    void opensNoOtherEvidenceAndIsRenewedByAnOpenPage() {
        // Given
        Browser analyst = Browser.of("amina", "analyst");
        String pass = passIn(mediaFor(analyst, "studying the dossier"));

        // When
        var other = analyst.get("/evidence/" + Ids.OTHER_EVIDENCE + "/content?pass=" + pass);
        var renewed = analyst.get("/viewing/renewal?pass=" + pass);
        var anothers = Browser.of("lina", "analyst").get("/viewing/renewal?pass=" + pass);

        // Then
        assertThat(other.statusCode()).isEqualTo(428);
        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(renewed.header("Cache-Control")).contains("no-store");
        assertThat(analyst.get(CONTENT + "?pass=" + renewed.asString()).statusCode())
                .isEqualTo(206);
        assertThat(anothers.statusCode()).isEqualTo(428);
    }

    @Test
    void givesNothingToSomebodyElsesPass() {
        // Given
        String pass = passIn(mediaFor(Browser.of("amina", "analyst"), "studying the dossier"));

        // When
        var withAnothers = Browser.of("lina", "analyst").get(CONTENT + "?pass=" + pass);
        var withNone = Browser.of("amina", "analyst").get(CONTENT);

        // Then
        assertThat(withAnothers.statusCode()).isEqualTo(428);
        assertThat(withNone.statusCode()).isEqualTo(428);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/findings", "/frames/1x", "/frames/1/2", "/frames/%2e%2e"})
    void passesNothingOnButStills(String address) {
        // Given
        Browser analyst = Browser.of("amina", "analyst");
        String pass = passIn(mediaFor(analyst, "studying the dossier"));

        // When
        var response = analyst.get("/examinations/" + Ids.EXAMINATION + address + "?pass=" + pass);

        // Then
        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void showsTheCustodyChain() {
        // When
        String page = Browser.of("nadia", "auditor").page("/evidence/" + Ids.EVIDENCE + "/custody?lang=en");

        // Then
        assertThat(page)
                .contains("The chain is intact", "Secured", "Consulted", "دراسة الملف", "× 14", "and 3 other purposes");
        assertThat(page).contains("custody?cursor=Mw").doesNotContain("internal affairs");
    }

    @Test
    void showsInternalAffairsTheirOwnEntries() {
        // Given
        Browser affairs = Browser.of("affairs", "internal-affairs");
        // When
        String page = affairs.page("/evidence/" + Ids.EVIDENCE + "/custody?lang=en");
        String compartment = affairs.page("/evidence/" + Ids.EVIDENCE + "/custody/compartment?lang=en");
        // Then
        assertThat(page).contains("/custody/compartment", "Entries of internal affairs");
        assertThat(compartment).contains("Nobody else sees these entries", "custody/compartment?cursor=Mw");
        assertThat(Browser.of("nadia", "auditor")
                        .get("/evidence/" + Ids.EVIDENCE + "/custody/compartment")
                        .statusCode())
                .isEqualTo(403);
    }

    private static String mediaFor(Browser browser, String purpose) {
        return browser.submit(PAGE, PAGE + "/viewing?lang=en", Map.of("purpose", purpose))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String passIn(String media) {
        Matcher pass = PASS.matcher(media);
        assertThat(pass.find()).isTrue();
        return pass.group(1);
    }
}
