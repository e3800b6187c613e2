package ma.balagh.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import ma.balagh.platform.test.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class BodyStreamTest {

    private static final int LARGE = 20 << 20;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    URI server;

    @BeforeEach
    void forget() {
        StreamResource.BROKEN.clear();
    }

    @Test
    void givesEveryByteInOrder() throws Exception {
        // Given
        var body = new byte[LARGE];
        new Random(1).nextBytes(body);
        // When
        var digest = digestOf(RestAssured.given().contentType("application/octet-stream"), body);
        // Then
        assertThat(digest).isEqualTo(sha256(body));
    }

    /** {@link SmallBodyReader} has read it by then. */
    @Test
    void givesASmallBodyThatClaimsToBeJson() throws Exception {
        // Given
        byte[] body = "no JSON at all".getBytes(US_ASCII);
        // When
        var digest = digestOf(
                RestAssured.given().header("Authorization", "Bearer whatever").contentType("application/json"), body);
        // Then
        assertThat(digest).isEqualTo(sha256(body));
    }

    @Test
    void letsTheConnectionServeAnotherRequestAfterABodyThatWasNotWanted() throws Exception {
        try (var connection = connect()) {
            // When
            send(connection, "most=1", LARGE, LARGE);
            var first = status(connection);
            send(connection, "most=1", 3, 3);
            // Then
            assertThat(first).isEqualTo("HTTP/1.1 200 OK");
            assertThat(status(connection)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void gives100ContinueBeforeItReads() throws Exception {
        try (var connection = connect()) {
            // When
            connection.getOutputStream().write(head("most=9", 5, "Expect: 100-continue\r\n"));
            // Then
            assertThat(line(connection)).isEqualTo("HTTP/1.1 100 Continue");
        }
    }

    @Test
    void tellsOfASenderThatGoes() throws Exception {
        // When
        try (var connection = connect()) {
            send(connection, "most=" + Long.MAX_VALUE, LARGE, 3_000_000);
        }
        // Then
        assertThat(StreamResource.BROKEN.poll(10, TimeUnit.SECONDS)).contains("ended before its end");
    }

    @Test
    void tellsOfASenderThatIsSilentAndOfWhatItSent() throws Exception {
        try (var connection = connect()) {
            // When
            send(connection, "most=" + Long.MAX_VALUE, LARGE, 1_000);
            // Then
            assertThat(StreamResource.BROKEN.poll(10, TimeUnit.SECONDS))
                    .startsWith("1000 bytes: the sender was silent");
            assertThat(line(connection)).isNull();
        }
    }

    @Test
    void hangsUpOnASenderThatIsSilentWithinASmallBody() throws Exception {
        try (var connection = connect()) {
            // When
            connection.getOutputStream().write("""
                    POST /api/v1/streams?most=9 HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer whatever\r
                    Content-Type: application/json\r
                    Content-Length: 100\r
                    \r
                    {"begun":""".getBytes(US_ASCII));
            // Then
            assertThat(line(connection)).isNull();
        }
    }

    private static String digestOf(RequestSpecification request, byte[] body) {
        return request.body(body)
                .post("/api/v1/streams?most=" + Long.MAX_VALUE)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String sha256(byte[] body) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    }

    private Socket connect() throws IOException {
        var connection = new Socket(server.getHost(), server.getPort());
        connection.setSoTimeout(10_000);
        return connection;
    }

    private static void send(Socket connection, String query, int announced, int sent) throws IOException {
        connection.getOutputStream().write(head(query, announced, ""));
        connection.getOutputStream().write(new byte[sent]);
        connection.getOutputStream().flush();
    }

    private static byte[] head(String query, int announced, String more) {
        return ("POST /api/v1/streams?" + query + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/octet-stream\r\nContent-Length: " + announced + "\r\n" + more
                        + "\r\n")
                .getBytes(US_ASCII);
    }

    /** The first line of an answer, which is read to its end. */
    private static String status(Socket connection) throws IOException {
        var in = connection.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        int length = Integer.parseInt(head.toString().replaceAll("(?is).*content-length: *(\\d+).*", "$1"));
        in.readNBytes(length);
        return head.substring(0, head.indexOf("\r\n"));
    }

    private static @Nullable String line(Socket connection) throws IOException {
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII)).readLine();
    }
}
