package ma.balagh.intake.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import ma.balagh.verifier.SignatureVerifier;
import ma.balagh.verifier.VerifiedTimeStamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TimeStampServiceTest {

    private static final byte[] CONTENT = "an anchor".getBytes(UTF_8);

    // The signature says the machine's own time, too, and the certificate has to be valid then.
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Clock clock = Clock.fixed(now, ZoneOffset.UTC);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void stampsWithAnAuthorityOfItsOwn() throws IOException {
        // When
        TimeStampService.Stamp stamp = stamping("local").stamp(CONTENT);
        // Then
        assertThat(stamp.at()).isEqualTo(now);
        Optional<VerifiedTimeStamp> verified = new SignatureVerifier().stamp(stamp.response(), CONTENT);
        assertThat(verified).map(VerifiedTimeStamp::at).contains(now);
        assertThat(new SignatureVerifier().stamp(stamp.response(), "another".getBytes(UTF_8)))
                .isEmpty();
        // And: whoever starts next is the same authority
        TimeStampService.Stamp later = stamping("local").stamp(CONTENT);
        assertThat(new SignatureVerifier().stamp(later.response(), CONTENT))
                .map(VerifiedTimeStamp::signer)
                .contains(verified.orElseThrow().signer());
        assertThat(Files.getPosixFilePermissions(directory.resolve("authority/authority.pem")))
                .hasSize(2);
    }

    @Test
    void stampsWithAnAuthorityOverHttp() throws IOException {
        // Given
        var authority =
                new LocalTimeStampAuthority(new LocalAuthorityKeyStore(directory.resolve("elsewhere"), clock), clock);
        try (var server = new Server(exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Content-Type")).isEqualTo("application/timestamp-query");
            respond(exchange, 200, authority.answer(exchange.getRequestBody().readAllBytes()));
        })) {
            // When
            TimeStampService.Stamp stamp = stamping(server.address()).stamp(CONTENT);
            // Then
            assertThat(new SignatureVerifier().stamp(stamp.response(), CONTENT)).isPresent();
            assertThat(directory.resolve("authority")).doesNotExist();
        }
    }

    @Test
    void takesNoAnswerToAnotherQuestion() throws IOException {
        // Given: a sound stamp over the same content, but asked for earlier
        byte[] replayed = stamping("local").stamp(CONTENT).response();
        // Then
        refuses(exchange -> respond(exchange, 200, replayed));
    }

    @Test
    void waitsForNoAuthorityThatFails() throws IOException {
        refuses(exchange -> respond(exchange, 500, new byte[0]));
        refuses(exchange -> respond(exchange, 200, "<html>".getBytes(UTF_8)));
        refuses(exchange -> respond(exchange, 200, new byte[1 << 20]));
        assertThatIOException().isThrownBy(() -> stamping("http://127.0.0.1:1/").stamp(CONTENT));
    }

    @Test
    void givesUpOnAnAuthorityThatNeverAnswers() throws IOException {
        // Given
        var released = new CountDownLatch(1);
        try (var server = new Server(exchange -> hold(released))) {
            TimeStampService stamping = stamping(server.address());
            // Then: the authority still holds the request
            assertThatIOException().isThrownBy(() -> stamping.stamp(CONTENT));
            assertThat(released.getCount()).isOne();
        } finally {
            released.countDown();
        }
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> stamping("ftp://tsa.example.org/"));
    }

    private void refuses(HttpHandler handler) throws IOException {
        try (var server = new Server(handler)) {
            TimeStampService stamping = stamping(server.address());
            assertThatIOException().isThrownBy(() -> stamping.stamp(CONTENT));
        }
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TimeStampService stamping(String tsa) {
        return new TimeStampService(new Settings(directory, "", tsa), clock);
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private record Server(HttpServer http) implements AutoCloseable {

        Server(HttpHandler handler) throws IOException {
            this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            http.createContext("/tsa", handler);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.start();
        }

        String address() {
            return "http://127.0.0.1:" + http.getAddress().getPort() + "/tsa";
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }
}
