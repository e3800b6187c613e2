package ma.balagh.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import ma.balagh.portal.suite.FakeSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request says about its host is in no answer. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class HostTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dossiers", "/login?code=a&state=b", "/static/mark.svg", "/no/such/page"})
    void answersAtItsOwnAddressOnly(String path) {
        // When
        Response response = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .header("Host", "evil.test")
                .cookie("q_session", "sealed-with-another-key")
                .get(path);

        // Then
        assertThat(response.statusCode()).isEqualTo(421);
        assertThat(response.headers().toString() + response.asString()).doesNotContain("evil");
    }

    @Test
    void refusesItsOwnNameAtAnotherPort() throws IOException {
        assertThat(raw("GET / HTTP/1.1", "localhost:1")).startsWith("HTTP/1.1 421");
    }

    @Test
    void refusesAHostInTheRequestLine() throws IOException {
        // When
        String answer = raw("GET http://evil.test/dossiers HTTP/1.1", "localhost:" + RestAssured.port);

        // Then
        assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("evil");
    }

    @Test
    void believesNoHeaderThatIsForProxies() {
        // When
        Response response = given().redirects()
                .follow(false)
                .header("X-Forwarded-Host", "evil.test")
                .header("Forwarded", "host=evil.test")
                .get("/dossiers");

        // Then
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().toString()).doesNotContain("evil");
    }

    @Test
    void answersProbesAtAnyAddress() {
        assertThat(given().header("Host", "10.1.2.3:8080").get("/q/health/live").statusCode())
                .isEqualTo(200);
    }

    /** A client that writes what others would correct. */
    private static String raw(String requestLine, String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
