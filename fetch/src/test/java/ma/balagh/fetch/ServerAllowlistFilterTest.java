package ma.balagh.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import ma.balagh.fetch.FetchOutcome.Fetched;
import ma.balagh.fetch.FetchOutcome.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerAllowlistFilterTest {

    private static final String LOCAL = "http://localhost:8180/realms/balagh";

    @Test
    void allowsNothingUnlessItIsTold() {
        assertThat(allowed(Map.of("quarkus.oidc.auth-server-url", LOCAL)).addresses(LaunchMode.NORMAL))
                .isEmpty();
    }

    @Test
    void refusesToStartAwayFromTheLocalPlatform() {
        // Given
        ServerAllowlistFilter allowed = allowed(Map.of(
                "balagh.fetch.allowed-addresses", "127.0.0.1:8099",
                "quarkus.oidc.auth-server-url", "https://id.example.org/realms/balagh"));
        // Then
        assertThatIllegalStateException()
                .isThrownBy(() -> allowed.addresses(LaunchMode.NORMAL))
                .withMessageContaining("balagh.fetch.allowed-addresses");
        assertThatIllegalStateException()
                .isThrownBy(() -> allowed(Map.of("balagh.fetch.allowed-addresses", "127.0.0.1:8099"))
                        .addresses(LaunchMode.NORMAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254:80", "10.0.0.1:80", "localhost:8099", "127.0.0.1", "127.0.0.1:0x50", "*"})
    void refusesToStartWithWhatIsNotOnThisMachine(String address) {
        // Given
        ServerAllowlistFilter allowed =
                allowed(Map.of("balagh.fetch.allowed-addresses", address, "quarkus.oidc.auth-server-url", LOCAL));
        // Then
        assertThatIllegalStateException().isThrownBy(() -> allowed.addresses(LaunchMode.NORMAL));
    }

    @Test
    void fetchesFromWhatIsAllowedAndFromNothingBesides() throws IOException, InterruptedException {
        try (var server = ScriptedServer.open(ScriptedServer.saying(ScriptedServer.ok("", "film")));
                var other = ScriptedServer.open(ScriptedServer.saying(ScriptedServer.ok("", "film")))) {
            // Given
            Set<InetSocketAddress> addresses = allowed(Map.of(
                            "balagh.fetch.allowed-addresses",
                            "127.0.0.1:" + server.port(),
                            "quarkus.oidc.auth-server-url",
                            LOCAL))
                    .addresses(LaunchMode.NORMAL);
            var limits = Limits.of(Set.of(80, 443));
            var fetcher = new FetchClient(
                    new AddressGuard(Fetching::resolve, limits.ports(), addresses),
                    limits,
                    (SSLSocketFactory) SSLSocketFactory.getDefault(),
                    Clock.systemUTC());
            // Then
            assertThat(fetch(fetcher, "http://127.0.0.1:" + server.port() + "/"))
                    .isInstanceOf(Fetched.class);
            assertThat(fetch(fetcher, "http://127.0.0.2:" + server.port() + "/"))
                    .isInstanceOf(Refused.class);
            assertThat(fetch(fetcher, "http://127.0.0.1:" + other.port() + "/")).isInstanceOf(Refused.class);
            assertThat(fetch(fetcher, "http://127.0.0.1/")).isInstanceOf(Refused.class);
            assertThat(fetch(fetcher, "http://[::1]:" + server.port() + "/")).isInstanceOf(Refused.class);
        }
    }

    @Test
    void sendsToWhatIsAllowedAndToNothingBesides() throws IOException, InterruptedException {
        try (var receiver = ScriptedServer.open(ScriptedServer.saying(ScriptedServer.ok("", "taken")));
                var other = ScriptedServer.open(ScriptedServer.saying(ScriptedServer.ok("", "taken")))) {
            // Given
            var allowed = allowed(Map.of(
                    "balagh.fetch.allowed-addresses",
                    "127.0.0.1:" + receiver.port(),
                    "quarkus.oidc.auth-server-url",
                    LOCAL));
            var poster = new PostClient(Limits.of(Set.of(80, 443)), allowed, Clock.systemUTC());
            // Then
            assertThat(post(poster, "http://127.0.0.1:" + receiver.port() + "/"))
                    .isInstanceOf(PostOutcome.Answered.class);
            assertThat(post(poster, "http://127.0.0.1:" + other.port() + "/"))
                    .isInstanceOf(PostOutcome.NotAnswered.class);
            assertThat(other.requests()).isEmpty();
        }
    }

    private static PostOutcome post(PostClient poster, String address) throws InterruptedException {
        return poster.post(address, List.of(), new byte[] {'{', '}'}, Duration.ofMinutes(1));
    }

    private static FetchOutcome fetch(FetchClient fetcher, String address) throws InterruptedException {
        return fetcher.fetch(FetchRequest.medium(address), new MemorySink());
    }

    private static ServerAllowlistFilter allowed(Map<String, String> properties) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(FetchConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
        return new ServerAllowlistFilter(config.getConfigMapping(FetchConfig.class), config);
    }
}
