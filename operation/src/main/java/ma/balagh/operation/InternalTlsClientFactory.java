package ma.balagh.operation;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * HTTP clients for the suite's other applications and the realm. Where balagh.tls names a TLS configuration, they
 * accept only peers in its trust store. Calls to outside addresses do not use it.
 */
@Singleton
public class InternalTlsClientFactory {

    private final Optional<SSLContext> trust;

    /** @param name of the TLS configuration; without one, whatever Java trusts */
    InternalTlsClientFactory(
            @ConfigProperty(name = "balagh.tls") Optional<String> name, TlsConfigurationRegistry configurations) {
        this.trust = TlsConfiguration.from(configurations, name).map(InternalTlsClientFactory::context);
    }

    /** A client that stays with HTTP/1.1 and follows no redirect. */
    public HttpClient.Builder client() {
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER);
        trust.ifPresent(builder::sslContext);
        return builder;
    }

    /** Whom to believe, and what to show. */
    public Optional<SSLContext> trust() {
        return trust;
    }

    private static SSLContext context(TlsConfiguration configuration) {
        try {
            return configuration.createSSLContext();
        } catch (Exception e) {
            throw new IllegalStateException("the TLS configuration of balagh.tls cannot be used", e);
        }
    }
}
