package ma.balagh.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import ma.balagh.operation.InternalTlsClientFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether this replica has the keys of the realm whose tokens it checks: asked until it has, and not again. Without
 * them it could accept nobody; with them it checks tokens alone, however long the realm is unavailable.
 */
@Readiness
@ApplicationScoped
class RealmReadinessCheck implements HealthCheck {

    /** Twice that, for the connection and for the answer, is less than a probe waits for us. */
    private static final int PATIENCE_MILLIS = 1_000;

    private final Optional<String> realm;
    private final InternalTlsClientFactory tlsClients;
    private volatile boolean met;

    /** @param realm its address; none where the key is configured */
    RealmReadinessCheck(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> realm,
            InternalTlsClientFactory tlsClients) {
        this.realm = realm;
        this.tlsClients = tlsClients;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("identity provider");
        try {
            met = met || realm.isEmpty() || describesItself(realm.get());
            return response.status(met).build();
        } catch (IOException away) {
            return response.down().withData("failure", String.valueOf(away)).build();
        }
    }

    private boolean describesItself(String realm) throws IOException {
        var connection = (HttpURLConnection)
                URI.create(realm + "/.well-known/openid-configuration").toURL().openConnection();
        if (connection instanceof HttpsURLConnection encrypted) {
            tlsClients.trust().ifPresent(trust -> encrypted.setSSLSocketFactory(trust.getSocketFactory()));
        }
        try {
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            connection.disconnect();
        }
    }
}
