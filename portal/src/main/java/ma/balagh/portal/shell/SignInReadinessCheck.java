package ma.balagh.portal.shell;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import ma.balagh.operation.InternalTlsClientFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the realm answers, which is needed for signing in and for renewing tokens: without it the portal has nothing
 * to offer. Each probe asks again, so a portal that started before its identity provider is ready as soon as that is.
 */
@Readiness
@ApplicationScoped
class SignInReadinessCheck implements HealthCheck {

    /** Less than a probe waits for us. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final URI description;
    private final HttpClient http;

    SignInReadinessCheck(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm, InternalTlsClientFactory tlsClients) {
        this.http = tlsClients.client().connectTimeout(PATIENCE).build();
        this.description = URI.create(realm + "/.well-known/openid-configuration");
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("identity provider");
        try {
            var status = http.send(
                            HttpRequest.newBuilder(description)
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            return response.status(status == 200).withData("status", status).build();
        } catch (IOException away) {
            return response.down().withData("failure", String.valueOf(away)).build();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return response.down().build();
        }
    }
}
