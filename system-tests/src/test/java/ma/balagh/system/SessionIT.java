package ma.balagh.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.platform.demo.SuiteClient.Target;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How sessions begin, what they can be used for, and how they end: portal, Keycloak and a browser. */
@ExtendWith(SuiteUnderTest.class)
final class SessionIT {

    private static final String PORTAL = "http://localhost:" + (8080 + SuiteUnderTest.PORT_OFFSET);
    private static final String WAY_BACK = PORTAL + "/login";
    private static final String PASSWORD_FIELD = "#password";

    private final Keycloak keycloak = new Keycloak();

    @Test
    void endsAtThePortalAndAtKeycloakWhenSomebodySignsOut(Running suite) {
        try (var browser = new PortalBrowser()) {
            // Given
            var page = browser.signIn("auditor", "/dossiers?lang=fr");
            assertThat(sessions(page)).isNotEmpty();

            // When
            page.click(".logout button");

            // Then
            assertThat(page.locator(PASSWORD_FIELD)).isVisible();
            assertThat(page.url()).startsWith(Keycloak.ADDRESS);
            assertThat(sessions(page)).isEmpty();
            page.navigate(PORTAL + "/dossiers");
            assertThat(page.locator(PASSWORD_FIELD)).isVisible();
        }
    }

    @Test
    void endsAtThePortalWithinAMinuteWhenItIsEndedAtKeycloak(Running suite) throws Exception {
        try (var browser = new PortalBrowser()) {
            // Given
            var page = browser.signIn("commander2", "/dossiers?lang=fr");
            assertThat(sessions(page)).isNotEmpty();

            // When
            keycloak.endSessions("commander2");

            // Then
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> {
                        page.navigate(PORTAL + "/dossiers");
                        assertThat(page.url()).startsWith(Keycloak.ADDRESS);
                    });
            assertThat(page.locator(PASSWORD_FIELD)).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data", "application/x-www-form-urlencoded"})
    void isOfNoUseToAPageOfAnotherPort(String encoding, Running suite) throws Exception {
        // Given
        var source = suite.client()
                .post(
                        "intake",
                        Target.INTAKE,
                        "/sources",
                        Map.of(
                                "name",
                                "Forged " + UUID.randomUUID(),
                                "kind",
                                "RSS",
                                "url",
                                "https://press.example.org/" + UUID.randomUUID(),
                                "interval",
                                "PT1H",
                                "enabled",
                                true))
                .expect(201)
                .path("id")
                .asText();
        try (var browser = new PortalBrowser();
                var foreign = foreignPage(PORTAL + "/sources/" + source + "/removal", encoding)) {
            var page = browser.signIn("intake", "/sources?lang=fr");

            // When
            var answer = page.waitForResponse(
                    response -> response.url().endsWith("/removal"), () -> page.navigate(foreign.address()));

            // Then
            assertThat(answer.status()).isEqualTo(403);
            suite.client().get("intake", Target.INTAKE, "/sources/" + source).expect(200);
        }
    }

    @Test
    void leadsBackToThePortalAlone(Running suite) throws Exception {
        for (var address : List.of(
                "http://localhost:9999/steal",
                PORTAL + "/dossiers",
                PORTAL + "/login/../steal",
                PORTAL + ".evil.test/login")) {
            assertThat(keycloak.authorize(address).statusCode()).as(address).isEqualTo(400);
        }
        assertThat(keycloak.authorize(WAY_BACK).statusCode()).isEqualTo(200);
    }

    @Test
    void endsWhenARefreshTokenIsUsedTwice(Running suite) throws Exception {
        // Given
        var first = keycloak.signIn("unit2", WAY_BACK).path("refresh_token").asText();
        var renewed = keycloak.refresh(first);
        assertThat(renewed.statusCode()).as(renewed.body()).isEqualTo(200);

        // When
        var again = keycloak.refresh(first);

        // Then
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(Keycloak.json(again).path("error").asText()).isEqualTo("invalid_grant");
        assertThat(keycloak.refresh(Keycloak.json(renewed).path("refresh_token").asText())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void lastsNoLongerThanAShift(Running suite) throws Exception {
        // When
        var offline = keycloak.password("balagh-cli", "unit2", "unit2", "openid offline_access");
        var ordinary = keycloak.password("balagh-cli", "unit2", "unit2", "openid");
        var byKeycloaksOwnClient = keycloak.password("admin-cli", "unit2", "unit2", "openid");

        // Then
        assertThat(offline.statusCode()).isEqualTo(400);
        assertThat(ordinary.statusCode()).isEqualTo(200);
        assertThat(Keycloak.json(ordinary).has("refresh_token")).isFalse();
        assertThat(byKeycloaksOwnClient.statusCode()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void isNotHadByGuessing(Running suite) throws Exception {
        // Given
        var account = "guessed-" + UUID.randomUUID();
        var id = keycloak.createAccount(account, "the-right-one");
        assertThat(keycloak.password("balagh-cli", account, "the-right-one", "openid")
                        .statusCode())
                .isEqualTo(200);

        // When
        for (var guess = 0; guess < 5; guess++) {
            keycloak.password("balagh-cli", account, "wrong-" + guess, "openid");
        }

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(keycloak.password("balagh-cli", account, "the-right-one", "openid")
                                .statusCode())
                        .isGreaterThanOrEqualTo(400));
        var events = keycloak.administer("GET", "/events?type=LOGIN_ERROR&user=" + id, "");
        assertThat(Keycloak.json(events)).as("what happened is kept").isNotEmpty();
        keycloak.administer("DELETE", "/users/" + id, "");
    }

    @Test
    void isNotLedAstrayByTheNameOfAHost(Running suite) throws Exception {
        // When
        var portal = raw(8080, "GET /dossiers HTTP/1.1", "", "");
        var intake = raw(
                8081,
                "POST /api/v1/reports HTTP/1.1",
                "Authorization: Bearer " + suite.client().token("intake") + "\r\n",
                "{\"channel\": \"DESK\", \"text\": \"Vol au marché\"}");

        // Then
        assertThat(portal).startsWith("HTTP/1.1 421").doesNotContain("evil.test");
        assertThat(intake).startsWith("HTTP/1.1 201").containsIgnoringCase("Location: /api/v1/reports/");
        assertThat(intake).doesNotContain("evil.test");
    }

    private static List<String> sessions(Page page) {
        return page.context().cookies(PORTAL).stream()
                .map(cookie -> cookie.name)
                .filter(name -> name.startsWith("q_session"))
                .toList();
    }

    private static String raw(int port, String requestLine, String headers, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port + SuiteUnderTest.PORT_OFFSET)) {
            var content = body.getBytes(UTF_8);
            var head = requestLine + "\r\nHost: evil.test\r\nX-Forwarded-Host: evil.test\r\nConnection: close\r\n"
                    + headers + "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(content);
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** A page that sends a form to somebody else's address as soon as it is opened. */
    private static ForeignPage foreignPage(String target, String encoding) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var html = """
                <form method="post" action="%s" enctype="%s"><input name="reason" value="forged"></form>
                <script>document.forms[0].submit()</script>""".formatted(target, encoding).getBytes(UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        server.start();
        return new ForeignPage(server);
    }

    private record ForeignPage(HttpServer server) implements AutoCloseable {

        String address() {
            return "http://localhost:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
