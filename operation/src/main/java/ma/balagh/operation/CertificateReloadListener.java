package ma.balagh.operation;

import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.HttpCertificateUpdateEventListener;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.X509ExtendedKeyManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Shows a renewed certificate without losing a handshake. Quarkus hands a renewed certificate to Vert.x by {@code
 * HttpServer.updateSSLOptions}, and Vert.x 4.5 has no SSL context at all until it has built the new one: {@code
 * TCPServerBase.sslChannelProvider} is a future that is not complete, and each connection accepted meanwhile ends in a
 * {@code NullPointerException}. The server therefore keeps its SSL context, and the keys within it are replaced.
 *
 * <p>Takes the place of Quarkus's own listener, which no server is registered with then.
 */
@Singleton
@Alternative
@Priority(1)
class CertificateReloadListener extends HttpCertificateUpdateEventListener implements HttpServerOptionsCustomizer {

    private static final Logger LOG = Logger.getLogger(CertificateReloadListener.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final String name;
    private final ReloadableKeyStore keys = new ReloadableKeyStore();

    /** @param name of the TLS configuration of this server; without one it has none */
    CertificateReloadListener(@ConfigProperty(name = "balagh.tls") Optional<String> name, Vertx vertx) {
        this.name = name.orElse("");
        this.vertx = vertx;
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        if (options.getKeyCertOptions() != null && !name.isEmpty()) {
            options.setKeyCertOptions(reloadable(options.getKeyCertOptions()));
        }
    }

    @Override
    public void register(HttpServer server, String tlsConfigurationName, String id) {
        // Its SSL context stays.
    }

    @Override
    public void onCertificateUpdate(@Observes CertificateUpdatedEvent event) {
        if (event.name().equals(name)) {
            replace(event);
        }
    }

    private void replace(CertificateUpdatedEvent event) {
        try {
            if (!keys.replace(manager(event.tlsConfiguration().getKeyStoreOptions()))) {
                LOG.warn("The certificate and the key were read while they were replaced; they are read again");
                vertx.setTimer(RETRY.toMillis(), _ -> vertx.executeBlocking(() -> reload(event), false));
            }
        } catch (Exception e) {
            LOG.error("A renewed certificate cannot be used, the present one stays", e);
        }
    }

    private boolean reload(CertificateUpdatedEvent event) {
        event.tlsConfiguration().reload();
        replace(event);
        return true;
    }

    private KeyCertOptions reloadable(KeyCertOptions configured) {
        try {
            if (!keys.replace(manager(configured))) {
                throw new IllegalStateException("the certificate of balagh.tls does not belong to its key");
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the TLS configuration of balagh.tls cannot be used", e);
        }
        return KeyCertOptions.wrap(keys);
    }

    private X509ExtendedKeyManager manager(KeyCertOptions options) throws Exception {
        for (var manager : options.getKeyManagerFactory(vertx).getKeyManagers()) {
            if (manager instanceof X509ExtendedKeyManager keyManager) {
                return keyManager;
            }
        }
        throw new GeneralSecurityException("no X.509 key manager");
    }
}
