package ma.balagh.fetch;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * The servers that tests may fetch from and send to although they are not public. They stand on this machine, and the
 * application refuses to start with any where its identity provider is elsewhere.
 */
@ApplicationScoped
class ServerAllowlistFilter {

    private static final Logger LOG = Logger.getLogger(ServerAllowlistFilter.class);
    private static final Pattern ADDRESS = Pattern.compile("(127(?:\\.[0-9]{1,3}){3}|\\[::1]):([0-9]{1,5})");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final FetchConfig fetching;
    private final Config config;

    ServerAllowlistFilter(FetchConfig fetching, Config config) {
        this.fetching = fetching;
        this.config = config;
    }

    void onStart(@Observes StartupEvent start) {
        if (!addresses(LaunchMode.current()).isEmpty()) {
            LOG.warn(
                    "balagh.fetch.allowed-addresses lets strangers lead us to servers on this machine: for tests only");
        }
    }

    /** None, but for tests. */
    Set<InetSocketAddress> addresses() {
        return addresses(LaunchMode.current());
    }

    /** @throws IllegalStateException when there are any that may not be, here or anywhere */
    Set<InetSocketAddress> addresses(LaunchMode mode) {
        List<String> told = fetching.allowedAddresses().orElse(List.of());
        if (!told.isEmpty() && mode == LaunchMode.NORMAL && !identityProviderIsLocal()) {
            throw new IllegalStateException(
                    "Refusing to start: balagh.fetch.allowed-addresses is for tests on the local"
                            + " platform only, and the identity provider is not on this machine.");
        }
        return told.stream().map(ServerAllowlistFilter::address).collect(Collectors.toUnmodifiableSet());
    }

    private static InetSocketAddress address(String told) {
        Matcher address = ADDRESS.matcher(told.strip());
        if (!address.matches()) {
            throw new IllegalStateException("Refusing to start: balagh.fetch.allowed-addresses names " + told
                    + ", which is no address and port of this machine such as 127.0.0.1:8099.");
        }
        String host = address.group(1).replace("[", "").replace("]", "");
        return new InetSocketAddress(InetAddress.ofLiteral(host), Integer.parseInt(address.group(2)));
    }

    private boolean identityProviderIsLocal() {
        return config.getOptionalValue("quarkus.oidc.auth-server-url", String.class)
                .flatMap(url -> Optional.ofNullable(URI.create(url).getHost()))
                .filter(LOOPBACK::contains)
                .isPresent();
    }
}
