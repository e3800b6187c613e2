package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
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
    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
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

        // Then: even with the token, which only the portal's pages know
        for (Endpoint endpoint : ENDPOINTS) {
            for (String type : CONTENT_TYPES) {
                for (Map<String, String> headers : foreign) {
                    Response response = send(
                            endpoint, type, victim.request().headers(headers).header("X-CSRF-TOKEN", token));
                    assertThat(response.statusCode())
                            .as("%s with %s and %s", endpoint, type, headers)
                            .isEqualTo(403);
                }
            }
        }
        assertThat(services.calls()).isEmpty();
    }

    @Test
    void refusesWhatSaysNothingAboutItsOriginAndHasNoToken() {
        for (Endpoint endpoint : withToken()) {
            for (String type : CONTENT_TYPES) {
                Response response = send(endpoint, type, victim.request());
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
                    Response response = send(endpoint, type, victim.request().headers(own(token)));
                    assertThat(response.statusCode())
                            .as("%s with %s", endpoint, type)
                            .isEqualTo(415);
                    assertThat(response.contentType()).startsWith("text/html");
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
                    Response response = victim.request()
                            .config(AS_IT_IS)
                            .headers(own(token))
                            .contentType(FORM)
                            .body(body)
                            .request(endpoint.method(), endpoint.path());
                    assertThat(response.statusCode())
                            .as("%s with %.20s", endpoint, body)
                            .isEqualTo(400);
                    assertThat(response.contentType()).startsWith("text/html");
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

    private static Response send(Endpoint endpoint, String type, RequestSpecification request) {
        // RestAssured encodes a form from text alone, and what it does not know from bytes alone.
        RequestSpecification sent = type.equals(FORM)
                ? request.config(AS_IT_IS).body(BODY)
                : request.config(AS_IT_IS).body(BODY.getBytes(StandardCharsets.UTF_8));
        return (type.equals(NONE) ? sent.noContentType() : sent.header("Content-Type", type))
                .request(endpoint.method(), endpoint.path());
    }
}
