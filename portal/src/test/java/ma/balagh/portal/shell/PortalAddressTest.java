package ma.balagh.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.net.HostAndPort;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalAddressTest {

    private final PortalAddress behindAnIngress = new PortalAddress(
            () -> URI.create("https://balagh.example.org"), () -> URI.create("https://public.example.org"));
    private final PortalAddress onThisMachine =
            new PortalAddress(() -> URI.create("http://localhost:8080"), () -> URI.create("http://localhost:8080"));

    @Test
    void knowsItsHostWithAndWithoutTheUsualPort() {
        assertThat(behindAnIngress.isHost(HostAndPort.create("Balagh.example.org", -1)))
                .isTrue();
        assertThat(behindAnIngress.isHost(HostAndPort.create("balagh.example.org", 443)))
                .isTrue();
        assertThat(behindAnIngress.isHost(HostAndPort.create("balagh.example.org", 80)))
                .isFalse();
        assertThat(behindAnIngress.isHost(HostAndPort.create("balagh.example.org.evil.test", -1)))
                .isFalse();
        assertThat(onThisMachine.isHost(HostAndPort.create("localhost", 8080))).isTrue();
        assertThat(onThisMachine.isHost(HostAndPort.create("localhost", -1))).isFalse();
        assertThat(onThisMachine.isHost(null)).isFalse();
    }

    @Test
    void knowsItsOrigin() {
        assertThat(behindAnIngress.isOrigin("https://balagh.example.org")).isTrue();
        assertThat(behindAnIngress.isOrigin("http://balagh.example.org")).isFalse();
        assertThat(behindAnIngress.isOrigin("https://balagh.example.org.evil.test"))
                .isFalse();
        assertThat(behindAnIngress.isOrigin("null")).isFalse();
        assertThat(onThisMachine.isOrigin("http://localhost:8080")).isTrue();
        assertThat(onThisMachine.isOrigin("http://localhost:9999")).isFalse();
    }

    @Test
    void tellsTheAddressOfThePublicPagesFromItsOwn() {
        assertThat(behindAnIngress.isHost(HostAndPort.create("public.example.org", -1)))
                .isFalse();
        assertThat(behindAnIngress.isPublicHost(HostAndPort.create("public.example.org", 443)))
                .isTrue();
        assertThat(behindAnIngress.isPublicHost(HostAndPort.create("balagh.example.org", 443)))
                .isFalse();
        assertThat(behindAnIngress.isOrigin("https://public.example.org")).isFalse();
        assertThat(behindAnIngress.isPublicOrigin("https://public.example.org")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"balagh.example.org", "https://balagh.example.org/", "ftp://a", "https://a?b", "https://u@a"})
    void refusesWhatIsMoreOrLessThanAnAddress(String address) {
        assertThatThrownBy(() -> PortalAddress.check(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("balagh.portal.address");
    }

    @Test
    void takesSchemeHostAndPort() {
        assertThatCode(() -> PortalAddress.check(URI.create("http://localhost:20080")))
                .doesNotThrowAnyException();
    }
}
