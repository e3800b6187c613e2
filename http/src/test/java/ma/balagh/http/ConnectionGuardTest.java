package ma.balagh.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Peers that are slow on purpose. */
@QuarkusTest
@TestProfile(ConnectionGuardTest.Impatient.class)
class ConnectionGuardTest {

    private static final String OPEN = "GET /q/openapi HTTP/1.1\r\nHost: localhost\r\n";
    private static final int MOST = 1_600;

    @TestHTTPResource("/q/openapi")
    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    URI server;

    @Inject
    MeterRegistry meters;

    private final List<Socket> sockets = new ArrayList<>();

    /** This module publishes no metrics, so that nobody counts them. */
    @BeforeEach
    void count() {
        if (meters instanceof CompositeMeterRegistry all && all.getRegistries().isEmpty()) {
            all.add(new SimpleMeterRegistry());
        }
    }

    @AfterEach
    void closeAll() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        sockets.clear();
        await().untilAsserted(() -> assertThat(
                        meters.get("balagh.http.connections").gauge().value())
                .isLessThan(10));
    }

    @Test
    void closesHalfSentHeadsWithinSecondsAndAnswersOthersMeanwhile() throws Exception {
        // Given
        var cutBefore = cut("head");
        for (int i = 0; i < 1_500; i++) {
            send(connect(), OPEN);
        }
        var halfSent = List.copyOf(sockets);

        // When
        var status = ask();
        var cutByThen = cut("head") - cutBefore;

        // Then
        assertThat(status).isEqualTo("HTTP/1.1 200");
        assertThat(cutByThen).as("half-sent heads that the answer waited for").isLessThan(1_500);
        for (var socket : halfSent) {
            assertThat(isClosed(socket)).isTrue();
        }
        assertThat(cut("head") - cutBefore).isGreaterThanOrEqualTo(1_500);
    }

    @Test
    void closesAHeadThatDripsAndOneThatFollowsAWholeRequest() throws Exception {
        // Given
        var dripping = connect();
        var second = connect();
        send(second, OPEN + "\r\n");
        assertThat(status(second.getInputStream())).isEqualTo("HTTP/1.1 200");
        send(second, OPEN);

        // When
        var dripped = drip(dripping, 60);

        // Then
        assertThat(dripped).isLessThan(60);
        assertThat(isClosed(second)).isTrue();
    }

    @Test
    void closesConnectionsThatSayNothing() throws Exception {
        assertThat(isClosed(connect())).isTrue();
    }

    @Test
    void keepsAConnectionBetweenRequestsForAWhile() throws Exception {
        // Given
        var socket = connect();
        send(socket, OPEN.replace("GET", "HEAD") + "\r\n");
        var first = status(socket.getInputStream());
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);

        // When
        socket.getInputStream().skipNBytes(socket.getInputStream().available());
        send(socket, OPEN.replace("GET", "HEAD") + "\r\n");

        // Then
        assertThat(first).isEqualTo("HTTP/1.1 200");
        assertThat(status(socket.getInputStream())).isEqualTo("HTTP/1.1 200");
        assertThat(isClosed(socket)).as("after twice that time").isTrue();
    }

    @Test
    void closesABodyThatDrips() throws Exception {
        // Given
        var socket = connect();
        send(socket, """
            POST /api/v1/streams?most=9 HTTP/1.1\r
            Host: localhost\r
            Authorization: Bearer whatever\r
            Content-Type: application/json\r
            Content-Length: 1000\r
            \r
            """);

        // When
        var dripped = drip(socket, 60);

        // Then: before the server's own patience with silence
        assertThat(dripped).isLessThan(60);
        assertThat(cut("body")).isPositive();
    }

    @Test
    void makesRoomForANewConnectionAtTheCostOfThoseThatSendNothing() throws Exception {
        // Given
        for (int i = 0; i < MOST + 300; i++) {
            connect();
        }

        // When
        var status = ask();

        // Then
        assertThat(status).isEqualTo("HTTP/1.1 200");
        assertThat(cut("limit")).isGreaterThanOrEqualTo(300);
        assertThat(meters.get("balagh.http.connections").gauge().value()).isLessThanOrEqualTo(MOST);
    }

    /** Returns how many bytes could be sent. */
    private static int drip(Socket socket, int most) throws InterruptedException {
        for (int i = 0; i < most; i++) {
            try {
                send(socket, "x");
            } catch (IOException closed) {
                return i;
            }
            Thread.sleep(Duration.ofMillis(150)); // what a slow sender does
        }
        return most;
    }

    private String ask() throws IOException {
        var socket = connect();
        send(socket, OPEN + "\r\n");
        return status(socket.getInputStream());
    }

    private Socket connect() throws IOException {
        var socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(10_000);
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static String status(InputStream in) throws IOException {
        return new String(in.readNBytes(12), US_ASCII);
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException reset) {
            return true;
        }
        return true;
    }

    private double cut(String reason) {
        return meters.get("balagh.http.connections.cut")
                .tag("reason", reason)
                .counter()
                .count();
    }

    /** Without a database, and with little patience. */
    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(new OutagesTest.NothingIsThere().getConfigOverrides());
            settings.put("balagh.http.connection.head-timeout", "3s");
            settings.put("balagh.http.connection.keep-alive", "6s");
            settings.put("balagh.http.connection.body-grace", "2s");
            settings.put("balagh.http.connection.most-per-address", String.valueOf(MOST));
            settings.put("quarkus.http.read-timeout", "30s");
            return settings;
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
