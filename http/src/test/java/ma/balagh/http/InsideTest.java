package ma.balagh.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import ma.balagh.operation.InternalTlsClientFactory;
import ma.balagh.platform.test.SelfSignedCertificate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

/** With a realm that shows a certificate which the TLS configuration trusts, and the world does not. */
@QuarkusTest
@TestProfile(InsideTest.Encrypted.class)
class InsideTest {

    @Inject
    InternalTlsClientFactory tlsClients;

    @Inject
    @Readiness
    RealmReadinessCheck readiness;

    @Inject
    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    URI realm;

    @Test
    void believesWhomTheTlsConfigurationTrusts() throws Exception {
        // Given
        var request = HttpRequest.newBuilder(realm).build();

        // When
        int status;
        try (var client = tlsClients.client().build()) {
            status = client.send(request, BodyHandlers.discarding()).statusCode();
        }

        // Then
        assertThat(status).isEqualTo(200);
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
        try (var world = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> world.send(request, BodyHandlers.discarding()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void believesNobodyElse() {
        // Given
        var url = Optional.of("https://127.0.0.1:" + realm.getPort() + "/realms/balagh");

        // Then: its certificate has another name
        assertThat(new RealmReadinessCheck(url, tlsClients).call().getStatus()).isEqualTo(Status.DOWN);
    }

    /** No database. */
    public static final class Encrypted implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none",
                    "quarkus.flyway.migrate-at-start", "false");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(EncryptedRealm.class));
        }
    }

    /** Answers everything with an empty description of itself. */
    public static final class EncryptedRealm implements QuarkusTestResourceLifecycleManager {

        @SuppressWarnings("NullAway.Init") // by start
        private HttpsServer server;

        @Override
        public Map<String, String> start() {
            var certificate = new SelfSignedCertificate();
            try {
                server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write(new byte[] {'{', '}'});
                exchange.close();
            });
            server.start();
            var settings = new HashMap<>(certificate.settings());
            settings.put(
                    "quarkus.oidc.auth-server-url",
                    "https://localhost:" + server.getAddress().getPort() + "/realms/balagh");
            return settings;
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }
}
