package ma.balagh.platform.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import ma.balagh.platform.network.PortProbe;
import ma.balagh.platform.part.SuiteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class DemoCommandTest {

    @ParameterizedTest
    @CsvSource({"--at http://balagh.localhost --native, leave --native out", "--at balagh.localhost, --at: "})
    void refusesWhatMakesNoSenseForASuiteElsewhere(String line, String why) {
        assertRefused(line, why);
    }

    @Test
    void saysWhoDoesNotAnswerForASuiteElsewhere() {
        // Given
        int port = PortProbe.anyFree();
        // Then
        assertRefused("--at http://localhost:" + port, "http://id.localhost:%d/realms/balagh does not".formatted(port));
    }

    @Test
    void saysWhoseIngressLeadsNowhereForASuiteElsewhere() throws IOException {
        // Given
        var ingress = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingress.createContext("/", exchange -> exchange.sendResponseHeaders(503, -1));
        ingress.start();
        int port = ingress.getAddress().getPort();
        // Then
        try {
            assertRefused(
                    "--at http://localhost:" + port,
                    "http://id.localhost:%d/realms/balagh answers with status 503".formatted(port));
        } finally {
            ingress.stop(0);
        }
    }

    private static void assertRefused(String line, String why) {
        var demo = new DemoCommand();
        new CommandLine(demo).parseArgs(line.split(" "));
        assertThatThrownBy(demo::call).isInstanceOf(SuiteException.class).hasMessageContaining(why);
    }
}
