package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import ma.balagh.portal.suite.Endpoint;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that another page sends in somebody's name is done, at any address and in any content type. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class ForgeryTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String NONE = "";
    private static final String BODY = "on=false&reason=forged";
    private static final List<String> CONTENT_TYPES =
            List.of(FORM, "text/plain", "multipart/form-data; boundary=x", "application/json", "video/mp4", NONE);
    /** Thousands of requests, each as it is. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final List<Endpoint> ENDPOINTS = Endpoint.changing();

    private final FakeServices services = FakeSuite.services();
    private SignedIn victim = new SignedIn();

    @BeforeEach
    void signIn() {
        FakeSuite.login()
                .grant(
                        "intake-officer",
                        "analyst",
                        "judicial-officer",
                        "dispatcher",
                        "field-unit",
                        "internal-affairs",
                        "commander",
                        "auditor");
        services.reset();
        victim = SignedIn.throughTheLogin();
        assertThat(victim.hasSession()).isTrue();
        services.reset();
    }

    @AfterEach
    void grantNothingMore() {
        FakeSuite.login().reset();
    }

    @Test
    void knowsWhatThePortalOffers() {
        assertThat(ENDPOINTS).hasSizeGreaterThan(35).extracting(Endpoint::path).contains("/logout", "/reports");
    }

    @Test
    void refusesWhatComesFromAnotherOrigin() {
        // Given
        String token = victim.formToken("/dossiers");
        services.reset();
        List<Map<String, String>> foreign = List.of(
                Map.of("Origin", "http://localhost:9999"),
                Map.of("Origin", "null"),
                Map.of("Origin", "http://evil.test"),
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Sec-Fetch-Site", "same-site", "Origin", own()),
                Map.of("Sec-Fetch-Site", "same-origin", "Origin", "https://localhost:" + RestAssured.port));

        // Then: even with the token, which only the portal's pages know; any six endpoints try every type with each of
        // these
        int turn = 0;
        for (Endpoint endpoint : ENDPOINTS) {
            for (Map<String, String> headers : foreign) {
                String type = CONTENT_TYPES.get(turn++ % CONTENT_TYPES.size());
                var response = send(endpoint, type, BODY, headers, Map.of("X-CSRF-TOKEN", token));
                assertThat(response.statusCode())
                        .as("%s with %s and %s", endpoint, type, headers)
                        .isEqualTo(403);
            }
        }
        assertThat(services.calls()).isEmpty();
    }

    @Test
    void refusesWhatSaysNothingAboutItsOriginAndHasNoToken() {
        for (Endpoint endpoint : withToken()) {
            for (String type : CONTENT_TYPES) {
                var response = send(endpoint, type, BODY);
                boolean readable = !type.startsWith("multipart/")
                        && (type.equals(endpoint.consumes())
                                || endpoint.consumes().equals("*/*")
                                || type.equals(NONE));
                assertThat(response.statusCode())
                        .as("%s with %s", endpoint, type)
                        .isEqualTo(readable ? 400 : 415);
            }
        }
        assertThat(services.calls()).isEmpty();
        assertThat(victim.get("/dossiers").statusCode()).isEqualTo(200);
    }

    @Test
    void readsFormsOnlyWhereAFormIsExpected() {
        // Given
        String token = victim.formToken("/dossiers");
        services.reset();

        // Then
        for (Endpoint endpoint : ENDPOINTS) {
            assertThat(endpoint.consumes()).as("%s", endpoint).isIn(FORM, "*/*");
            if (endpoint.consumes().equals(FORM)) {
                for (String type :
                        List.of("text/plain", "multipart/form-data; boundary=x", "application/json", "garbage", ";")) {
                    var response = send(endpoint, type, BODY, own(token));
                    assertThat(response.statusCode())
                            .as("%s with %s", endpoint, type)
                            .isEqualTo(415);
                    assertThat(response.headers().firstValue("Content-Type"))
                            .hasValueSatisfying(its -> assertThat(its).startsWith("text/html"));
                }
            }
        }
        assertThat(services.calls()).isEmpty();
    }

    @Test
    void refusesFormsThatCannotBeRead() {
        // Given
        String token = victim.formToken("/dossiers");
        services.reset();

        // Then
        for (Endpoint endpoint : ENDPOINTS) {
            if (endpoint.consumes().equals(FORM)) {
                for (String body : List.of("%%%=%zz&&&=", "a=%", "a=1&".repeat(2000))) {
                    var response = send(endpoint, FORM, body, own(token));
                    assertThat(response.statusCode())
                            .as("%s with %.20s", endpoint, body)
                            .isEqualTo(400);
                    assertThat(response.headers().firstValue("Content-Type"))
                            .hasValueSatisfying(its -> assertThat(its).startsWith("text/html"));
                }
            }
        }
        assertThat(services.calls()).isEmpty();
    }

    @Test
    void keepsTheTokensCookieFromOtherSites() {
        // When
        Response page = victim.get("/dossiers");

        // Then
        var cookie = page.detailedCookie("balagh-csrf");
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Lax");
        assertThat(cookie.isHttpOnly()).isTrue();
    }

    /** All but the form that reads a receipt, which has none and changes nothing. */
    private static List<Endpoint> withToken() {
        return ENDPOINTS.stream()
                .filter(endpoint -> !endpoint.path().equals("/public/receipts"))
                .toList();
    }

    private static Map<String, String> own(String token) {
        return Map.of("Origin", own(), "Sec-Fetch-Site", "same-origin", "X-CSRF-TOKEN", token);
    }

    private static String own() {
        return "http://localhost:" + RestAssured.port;
    }

    @SafeVarargs
    private HttpResponse<String> send(Endpoint endpoint, String type, String body, Map<String, String>... headers) {
        var request = HttpRequest.newBuilder(URI.create(own() + endpoint.path()))
                .method(endpoint.method(), BodyPublishers.ofString(body))
                .header("Cookie", victim.cookieHeader());
        if (!type.equals(NONE)) {
            request.header("Content-Type", type);
        }
        for (var some : headers) {
            some.forEach(request::header);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
