package ma.balagh.platform.demo;

import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;
import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteAddressesTest {

    @Test
    void addsTheOffsetToPortsOfThisMachine() {
        var addresses = SuiteAddresses.onThisMachine(300);

        assertThat(addresses.of(INTAKE)).hasToString("http://localhost:8381");
        assertThat(addresses.keycloak()).hasToString("http://localhost:8480");
    }

    @Test
    void putsTheNameOfAnIngressBeforeTheHost() {
        var addresses = SuiteAddresses.under(URI.create("https://balagh.localhost:8443"));

        assertThat(addresses.of(DISPATCH)).hasToString("https://dispatch.balagh.localhost:8443");
        assertThat(addresses.keycloak()).hasToString("https://id.balagh.localhost:8443");
    }

    @ParameterizedTest
    @ValueSource(strings = {"balagh.localhost", "ftp://balagh.localhost", "http:///", "http://balagh.localhost/portal"})
    void takesAddressesOfHostsAlone(String root) {
        assertThatThrownBy(() -> SuiteAddresses.under(URI.create(root)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(root);
    }
}
