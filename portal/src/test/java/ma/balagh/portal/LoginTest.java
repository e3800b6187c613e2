package ma.balagh.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class LoginTest {

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void sendsWhoeverIsNotSignedInToTheLogin() {
        // When
        Response response = get("/dossiers?lang=fr", Map.of());

        // Then
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.header("Location"))
                .startsWith(services.url() + "/realms/balagh/auth")
                .contains("code_challenge_method=S256", "ui_locales=fr", "client_id=portal");
    }

    @Test
    void tellsAScriptInsteadOfRedirectingIt() {
        // When
        int status = given().redirects()
                .follow(false)
                .header("HX-Request", "true")
                .get("/dossiers")
                .statusCode();

        // Then
        assertThat(status).isEqualTo(499);
    }

    @Test
    void comesBackFromTheLoginToItsDeskWithAnEncryptedSession() {
        // Given
        Map<String, String> cookies = new HashMap<>();

        // When
        Response response = get("/", cookies);
        for (int step = 0; step < 6 && response.statusCode() / 100 == 3; step++) {
            cookies.putAll(response.cookies());
            response = get(response.header("Location"), cookies);
        }

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).contains("<bdi>amina</bdi>", "كريساج في درب السلطان");
        assertThat(cookies.keySet()).anyMatch(name -> name.startsWith("q_session"));
        assertThat(String.join("", cookies.values())).doesNotContain("amina");
        assertThat(services.last("GET /dossiers").header("Authorization")).startsWith("Bearer ey");
    }

    @Test
    void beginsTheLoginAnewWhereASessionCanNoLongerBeRead() {
        // When
        Response stale = get("/dossiers?state=OPEN", Map.of("q_session", "sealed-with-another-key"));
        Response again = get(
                "/dossiers?state=OPEN",
                Map.of("q_session", "sealed-with-another-key", "balagh-session-forgotten", "1"));

        // Then
        assertThat(stale.statusCode()).isEqualTo(303);
        assertThat(stale.header("Location")).endsWith("/dossiers?state=OPEN");
        assertThat(stale.getDetailedCookie("q_session").getMaxAge()).isZero();
        assertThat(again.statusCode()).isEqualTo(401);
    }

    @Test
    void tellsAScriptThatItsSessionCanNoLongerBeRead() {
        // When
        Response stale = given().cookie("q_session", "sealed-with-another-key")
                .header("HX-Request", "true")
                .get("/dossiers");

        // Then
        assertThat(stale.statusCode()).isEqualTo(499);
        assertThat(stale.getDetailedCookie("q_session").getMaxAge()).isZero();
    }

    @Test
    void refusesAFormWithoutItsToken() {
        // When
        Response response = Browser.of("omar", "intake-officer")
                .request()
                .formParam("text", "forged")
                .post("/reports");

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.contentType()).startsWith("text/html");
    }

    @Test
    void allowsNothingButItsOwnScriptsAndStyles() {
        // When
        Response response = Browser.of("amina", "analyst").get("/dossiers");

        // Then
        assertThat(response.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Cache-Control")).contains("no-store");
        assertThat(response.asString()).doesNotContain(" style=", "onclick", "<script>");
    }

    @Test
    void leavesTheHeadersOfPagesAwayFromFilesThatAreNone() {
        // When
        Response icon = Browser.of("amina", "analyst").get("/static/mark.svg");
        Response missing = Browser.of("amina", "analyst").get("/static/bundle/none.js");

        // Then
        assertThat(icon.statusCode()).isEqualTo(200);
        assertThat(icon.header("Content-Security-Policy")).isNull();
        assertThat(icon.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(missing.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void remembersTheLanguageThatWasChosen() {
        // Given
        Browser analyst = Browser.of("amina", "analyst");

        // When
        String arabic = analyst.page("/dossiers");
        Response chosen = analyst.get("/dossiers?lang=en");
        String english = analyst.request()
                .cookie("balagh-lang", chosen.cookie("balagh-lang"))
                .get("/dossiers")
                .asString();

        // Then
        assertThat(arabic).contains("lang=\"ar\" dir=\"rtl\"", "ينتظر التأكيد", "11 بلاغاً");
        assertThat(english).contains("lang=\"en\" dir=\"ltr\"", "To be confirmed");
    }

    @Test
    void staysOnWhatIsShownWhenTheLanguageChanges() {
        // When
        String page = Browser.of("amina", "analyst").page("/dossiers?state=OPEN&lang=en&done=VERDICT_REFUSED&q=kill");

        // Then
        assertThat(page).contains("href=\"/dossiers?state=OPEN&amp;q=kill&amp;lang=fr\"");
    }

    @Test
    void hasAnErrorPageOfItsOwnForWhatIsNotThere() {
        // When
        Response response = Browser.of("amina", "analyst").get("/no/such/page?lang=en");

        // Then
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.asString()).contains("There is no such page").doesNotContain("RESTEASY", "Quarkus");
    }

    private static Response get(String address, Map<String, String> cookies) {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .cookies(cookies)
                .get(address);
    }
}
