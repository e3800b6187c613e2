package ma.balagh.portal.suite;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import ma.balagh.platform.network.PortProbe;
import org.jspecify.annotations.Nullable;

/** An identity provider that is not there when the portal starts, and comes and goes as a test has it. */
public final class LateRealm implements QuarkusTestResourceLifecycleManager {

    private static final int PORT = PortProbe.anyFree();
    private static @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.oidc.auth-server-url", "http://localhost:" + PORT + "/realms/balagh");
    }

    @Override
    public void stop() {
        if (server != null) {
            leave();
        }
    }

    public static void come() throws IOException {
        var coming = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        coming.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var unused = new FakeLogin(coming, "http://localhost:" + PORT);
        coming.start();
        server = coming;
    }

    public static void leave() {
        Objects.requireNonNull(server, "it is not there").stop(0);
        server = null;
    }
}
