package ma.balagh.portal.shell;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the client secret of the local platform, which everybody can read in the repository, out of any other place: it
 * also seals sessions and viewing passes. A production build refuses to start with it unless its identity provider is on
 * this very machine, or in the namespace of a small cluster that is for trying the suite out ({@code k8s/overlays/local}).
 */
@ApplicationScoped
class LocalSecretGuard {

    private static final String LOCAL_SUFFIX = "-local";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String LOCAL_NAMESPACE = ".balagh-local.svc";

    private final String secret;
    private final String identityProvider;

    LocalSecretGuard(
            @ConfigProperty(name = "quarkus.oidc.credentials.secret") String secret,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String identityProvider) {
        this.secret = secret;
        this.identityProvider = identityProvider;
    }

    void onStart(@Observes StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            check(secret, identityProvider);
        }
    }

    /** @throws IllegalStateException when a local secret is used away from the local platform */
    static void check(String secret, String identityProvider) {
        String host = URI.create(identityProvider).getHost();
        boolean local = host != null && (LOOPBACK.contains(host) || host.endsWith(LOCAL_NAMESPACE));
        if (secret.endsWith(LOCAL_SUFFIX) && !local) {
            throw new IllegalStateException(
                    "Refusing to start: the client secret is the published one of the local platform, but "
                            + identityProvider + " is not on this machine. Set BALAGH_OIDC_CLIENT_SECRET.");
        }
    }
}
