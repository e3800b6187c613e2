package ma.balagh.platform.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class LocalhostResolverProviderTest {

    @Test
    void knowsEveryNameUnderLocalhostAsThisMachine() throws Exception {
        assertThat(InetAddress.getAllByName("intake.balagh.localhost"))
                .isNotEmpty()
                .allMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void leavesOtherNamesToTheSystem() {
        assertThatThrownBy(() -> InetAddress.getByName("intake.localhost.invalid"))
                .isInstanceOf(UnknownHostException.class);
    }
}
