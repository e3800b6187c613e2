package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.balagh.portal.suite.FakeLogin;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a session ends, and how it goes on. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class SessionTest {

    private static final int AT_ONCE = 8;

    private final FakeServices services = FakeSuite.services();
    private final FakeLogin login = FakeSuite.login();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
        login.reset();
    }

    @Test
    void endsHereAndAtTheIdentityProvider() {
        // Given
        SignedIn browser = SignedIn.throughTheLogin();
        assertThat(browser.hasSession()).isTrue();

        // When
        Response response = signOut(browser);

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(URLDecoder.decode(response.header("Location"), StandardCharsets.UTF_8))
                .startsWith(services.url() + "/realms/balagh/logout?id_token_hint=ey")
                .endsWith("&post_logout_redirect_uri=http://localhost:" + RestAssured.port + "/");
        assertThat(browser.hasSession()).isFalse();
        assertThat(browser.get("/dossiers").statusCode()).isEqualTo(302);
    }

    @Test
    void isNotEndedByALink() {
        // Given
        SignedIn browser = SignedIn.throughTheLogin();

        // When
        Response link = browser.get("/logout");

        // Then
        assertThat(link.statusCode()).isEqualTo(405);
        assertThat(browser.get("/dossiers").statusCode()).isEqualTo(200);
    }

    @Test
    void leadsWhoHasNoSessionToTheFrontDoor() {
        // Given
        SignedIn browser = SignedIn.throughTheLogin();
        String token = browser.formToken("/dossiers");
        browser.cookieNames().removeIf(name -> name.startsWith("q_session"));

        // When
        Response response = browser.request()
                .header("X-CSRF-TOKEN", token)
                .formParam("x", "y")
                .post("/logout");

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).isEqualTo("http://localhost:" + RestAssured.port + "/");
    }

    @Test
    void endsWhenItWasEndedAtTheIdentityProvider() {
        // Given
        SignedIn browser = SignedIn.throughTheLogin();
        assertThat(browser.get("/dossiers").statusCode()).isEqualTo(200);

        // When
        login.endSession();

        // Then
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(browser.get("/dossiers").statusCode()).isBetween(302, 303);
            assertThat(browser.hasSession()).isFalse();
        });
    }

    @Test
    void isRenewedOnceForAllThatAskAtTheSameTime() throws Exception {
        // Given: tokens that are to be renewed at once, and an identity provider that takes each of them once
        login.issueTokensFor(Duration.ofSeconds(10));
        SignedIn browser = signedInWithOldTokens();

        // When
        List<Response> answers = atOnce(browser);

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(login.refreshes()).isEqualTo(1);

        // When: none of the answers reached the browser, and it asks again with the old cookie
        List<Response> again = atOnce(browser);

        // Then
        assertThat(again).extracting(Response::statusCode).containsOnly(200);
        assertThat(login.refreshes()).isEqualTo(1);
        browser.keep(answers.stream()
                .filter(answer -> answer.cookies().keySet().stream().anyMatch(name -> name.startsWith("q_session")))
                .findFirst()
                .orElseThrow());
        assertThat(browser.get("/dossiers").statusCode()).isEqualTo(200);
        assertThat(login.refreshes()).isEqualTo(1);
    }

    /** Stops at the last step of the login, whose page would renew the tokens already. */
    private static SignedIn signedInWithOldTokens() {
        SignedIn browser = new SignedIn();
        Response response = browser.get("/");
        while (!browser.hasSession()) {
            response = browser.get(response.header("Location"));
        }
        return browser;
    }

    private static List<Response> atOnce(SignedIn browser) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Response>> asked = new ArrayList<>();
            for (int request = 0; request < AT_ONCE; request++) {
                asked.add(threads.submit(() -> browser.request().get("/dossiers")));
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> each : asked) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private static Response signOut(SignedIn browser) {
        String token = browser.formToken("/dossiers");
        return browser.keep(browser.request().formParam("csrf-token", token).post("/logout"));
    }
}
