package ma.balagh.portal.shell;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where browsers reach the portal: scheme, host and port, from the settings, and where the public reaches its pages. What a
 * request says about its host is compared with them and is used for nothing else.
 */
@ApplicationScoped
class PortalAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Provider<URI> configured;
    private final Provider<URI> ofPublicPages;

    /** Providers, since tests know their port only when the server listens. */
    PortalAddress(
            @ConfigProperty(name = "balagh.portal.address") Provider<URI> configured,
            @ConfigProperty(name = "balagh.portal.public-address") Provider<URI> ofPublicPages) {
        this.configured = configured;
        this.ofPublicPages = ofPublicPages;
    }

    void onStart(@Observes StartupEvent start) {
        check(configured.get());
        check(ofPublicPages.get());
    }

    /** @throws IllegalArgumentException for what is no scheme, host and port, or is more than that */
    static void check(URI address) {
        if (address.getScheme() == null
                || !SCHEMES.contains(address.getScheme())
                || address.getHost() == null
                || !address.getRawPath().isEmpty()
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("balagh.portal.address or balagh.portal.public-address is '" + address
                    + "': give scheme, host and port such as https://balagh.example.org, without a slash at the end");
        }
    }

    /** The address of a page. */
    URI of(String path) {
        return URI.create(configured.get() + path);
    }

    /** Whether a request that names this host was meant for the portal. */
    boolean isHost(@Nullable HostAndPort asked) {
        return isHost(configured.get(), asked);
    }

    /** Whether a request that names this host was meant for a page for the public. */
    boolean isPublicHost(@Nullable HostAndPort asked) {
        return isHost(ofPublicPages.get(), asked);
    }

    /** Whether the value of an {@code Origin} header is the portal's. */
    boolean isOrigin(String origin) {
        return isOrigin(configured.get(), origin);
    }

    /** Whether the value of an {@code Origin} header is that of the pages for the public. */
    boolean isPublicOrigin(String origin) {
        return isOrigin(ofPublicPages.get(), origin);
    }

    private static boolean isHost(URI own, @Nullable HostAndPort asked) {
        return asked != null
                && asked.host().equalsIgnoreCase(own.getHost())
                && port(own.getScheme(), asked.port()) == port(own.getScheme(), own.getPort());
    }

    private static boolean isOrigin(URI own, String origin) {
        int port = port(own.getScheme(), own.getPort());
        boolean usual = port == port(own.getScheme(), -1);
        return origin.equals(
                own.getScheme() + "://" + own.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port));
    }

    private static int port(String scheme, int port) {
        if (port >= 0) {
            return port;
        }
        return scheme.equals("https") ? 443 : 80;
    }
}
