package ma.balagh.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import ma.balagh.platform.test.SelfSignedCertificate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server whose certificate is renewed. */
@QuarkusTest
@TestProfile(CertificateReloadTest.Encrypted.class)
class CertificateReloadTest {

    /** 10,000 take minutes on a busy machine: {@code -Dbalagh.test.connections=10000}. */
    private static final int CONNECTIONS = Integer.getInteger("balagh.test.connections", 2_000);

    private static final int RENEWALS = 20;
    private static final int CLIENTS = 4;
    private static final List<SelfSignedCertificate> CERTIFICATES =
            IntStream.range(0, 3).mapToObj(_ -> new SelfSignedCertificate()).toList();

    @TestHTTPResource(value = "/q/openapi", tls = true)
    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    URI server;

    private final SSLContext trusting = trustingEverybody();
    private final AtomicInteger peers = new AtomicInteger();

    @Inject
    TlsConfigurationRegistry configurations;

    @Inject
    Event<CertificateUpdatedEvent> updated;

    @Inject
    @ConfigProperty(name = "quarkus.tls.pods.key-store.pem.pod.cert")
    Path certificate;

    @Inject
    @ConfigProperty(name = "quarkus.tls.pods.key-store.pem.pod.key")
    Path key;

    @Tag("long")
    @Test
    void losesNoConnectionWhileCertificatesAreRenewed() throws Exception {
        // Given
        Queue<String> lost = new ConcurrentLinkedQueue<>();
        var answered = new AtomicInteger();
        var done = new CountDownLatch(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            Thread.ofPlatform().start(() -> {
                while (answered.incrementAndGet() <= CONNECTIONS) {
                    try {
                        shown();
                    } catch (IOException | RuntimeException e) {
                        lost.add(e.toString());
                    }
                }
                done.countDown();
            });
        }

        // When
        for (int renewal = 0; renewal < RENEWALS; renewal++) {
            int due = CONNECTIONS / RENEWALS * renewal;
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> answered.get() >= due);
            CERTIFICATES.get(renewal % CERTIFICATES.size()).copyTo(certificate, key);
            renew();
        }
        done.await();

        // Then
        assertThat(lost).isEmpty();
        assertThat(shown())
                .isEqualTo(
                        CERTIFICATES.get((RENEWALS - 1) % CERTIFICATES.size()).certificate());
    }

    @Test
    void keepsItsCertificateUntilTheNewOneIsThereWithItsKey() throws Exception {
        // Given
        var before = shown();
        var renewed = new SelfSignedCertificate();
        var elsewhere = Files.createTempFile("key", ".pem");
        renewed.copyTo(certificate, elsewhere);

        // When
        renew();
        var meanwhile = shown();
        Files.move(elsewhere, key, StandardCopyOption.REPLACE_EXISTING);

        // Then
        assertThat(meanwhile).isEqualTo(before);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(shown()).isEqualTo(renewed.certificate()));
    }

    @Test
    void closesAConnectionWhoseHandshakeDoesNotEnd() throws Exception {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            // Given: as long as the first record of a handshake begins
            socket.setSoTimeout(40_000);
            socket.getOutputStream().write(new byte[] {22, 3, 1, 2, 0, 1});

            // Then
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    /** As Quarkus does it in each reload period. */
    private void renew() {
        var configuration = configurations.get("pods").orElseThrow();
        configuration.reload();
        updated.fire(new CertificateUpdatedEvent("pods", configuration));
    }

    /** Of a new connection, which is also asked something. To a name of its own: there is no session to resume. */
    private X509Certificate shown() throws IOException {
        var connection = new Socket(server.getHost(), server.getPort());
        try (var socket = (SSLSocket) trusting.getSocketFactory()
                .createSocket(connection, "peer-" + peers.incrementAndGet() + ".test", server.getPort(), true)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write("""
                HEAD /q/openapi HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                \r
                """.getBytes(US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(12), US_ASCII);
            if (!answer.equals("HTTP/1.1 200")) {
                throw new IOException("answered " + answer);
            }
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static SSLContext trustingEverybody() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Everybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Everybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** No database. */
    public static final class Encrypted implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.auth-server-url", "https://127.0.0.1:1/realms/balagh",
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none",
                    "quarkus.flyway.migrate-at-start", "false",
                    "balagh.http.connection.head-timeout", "10s");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(OwnFiles.class));
        }
    }

    /** Files that can be replaced. */
    public static final class OwnFiles implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            try {
                var folder = Files.createTempDirectory("tls");
                var certificate = folder.resolve("tls.crt");
                var key = folder.resolve("tls.key");
                var first = new SelfSignedCertificate();
                first.copyTo(certificate, key);
                var settings = new HashMap<>(first.settings());
                settings.put("quarkus.tls.pods.key-store.pem.pod.cert", certificate.toString());
                settings.put("quarkus.tls.pods.key-store.pem.pod.key", key.toString());
                return settings;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {}
    }
}
