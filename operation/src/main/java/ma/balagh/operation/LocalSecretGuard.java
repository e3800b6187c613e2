package ma.balagh.operation;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Keeps the secrets of the local platform, which everybody can read in the repository, out of any other place: a
 * production build refuses to start with one of them unless its identity provider is on this very machine, or in the
 * namespace of a small cluster that is for trying the suite out ({@code k8s/overlays/local}).
 */
@ApplicationScoped
class LocalSecretGuard {

    private static final String LOCAL_SUFFIX = "-local";
    private static final List<String> OWNERS =
            List.of("quarkus.oidc", "quarkus.datasource", "quarkus.flyway", "balagh.");
    /** Besides secrets themselves, the id of the one that is in use where there are several. */
    private static final List<String> KINDS =
            List.of("secret", "secret.value", "password", "key", "token", "seal.current");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String LOCAL_NAMESPACE = ".balagh-local.svc";

    private final Config config;

    LocalSecretGuard(Config config) {
        this.config = config;
    }

    void onStart(@Observes StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            check();
        }
    }

    /** @throws IllegalStateException when a local secret is used away from the local platform */
    void check() {
        List<String> local = secretNames().filter(this::isLocal).sorted().toList();
        if (!local.isEmpty() && !identityProviderIsLocal()) {
            throw new IllegalStateException(
                    "Refusing to start: %s still have the published secrets of the local platform, but %s is not on this machine. Set secrets of your own."
                            .formatted(
                                    String.join(", ", local), identityProvider().orElse("the identity provider")));
        }
    }

    private Stream<String> secretNames() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(LocalSecretGuard::isSecret);
    }

    private static boolean isSecret(String name) {
        // Of the environment, names come as QUARKUS_DATASOURCE_PASSWORD.
        String dotted = name.toLowerCase(Locale.ROOT).replace('_', '.');
        return OWNERS.stream().anyMatch(dotted::startsWith) && KINDS.stream().anyMatch(dotted::endsWith);
    }

    private boolean isLocal(String name) {
        return config.getOptionalValue(name, String.class)
                .filter(value -> value.endsWith(LOCAL_SUFFIX))
                .isPresent();
    }

    private boolean identityProviderIsLocal() {
        return identityProvider()
                .map(url -> URI.create(url).getHost())
                .filter(host -> LOOPBACK.contains(host) || host.endsWith(LOCAL_NAMESPACE))
                .isPresent();
    }

    private Optional<String> identityProvider() {
        return config.getOptionalValue("quarkus.oidc.auth-server-url", String.class);
    }
}
