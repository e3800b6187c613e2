package ma.balagh.platform.suite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import ma.balagh.platform.kafka.KafkaPart;
import ma.balagh.platform.network.PortProbe;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.part.SuitePart;
import ma.balagh.platform.postgres.PostgresPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineCheckTest {

    private static final int POSTGRES = 15432;

    @TempDir
    private Path directory;

    @Test
    void namesThePortThatIsTakenAndTheWayOut() throws IOException {
        // Given
        try (var stranger = new ServerSocket(freeSuitePort(), 1, InetAddress.getLoopbackAddress())) {
            var workplace = SuiteDirectories.in(directory, stranger.getLocalPort() - POSTGRES);
            var parts = List.<SuitePart>of(new PostgresPart(workplace), new KafkaPart(workplace));
            // Then
            assertThatThrownBy(() -> MachineCheck.check(workplace, parts))
                    .isInstanceOf(SuiteException.class)
                    .hasMessageContaining("Port " + stranger.getLocalPort() + ", which postgres needs, is taken")
                    .hasMessageContaining("--port-offset");
        }
    }

    @Test
    void isContentWithFreePorts() {
        // Given
        var workplace = SuiteDirectories.in(directory, freeSuitePort() - POSTGRES);
        // Then
        assertThatCode(() -> MachineCheck.check(workplace, List.of(new PostgresPart(workplace))))
                .doesNotThrowAnyException();
    }

    private static int freeSuitePort() {
        int port;
        do {
            port = PortProbe.anyFree();
        } while (port < POSTGRES);
        return port;
    }
}
