package ma.balagh.system;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.network.HttpProbe;
import ma.balagh.platform.network.PortProbe;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuitePart;
import ma.balagh.platform.service.ApplicationPart;

/** A portal and a dispatch beside those of the suite, with the same data, as second pods would be. */
final class DeskReplica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process dispatch;
    private final Process portal;
    private final URI address;

    private DeskReplica(Process dispatch, Process portal, URI address) {
        this.dispatch = dispatch;
        this.portal = portal;
        this.address = address;
    }

    static DeskReplica start(SuiteDirectories suite) throws IOException {
        var dispatchAddress = "http://localhost:" + PortProbe.anyFree();
        var portalAddress = "http://localhost:" + PortProbe.anyFree();
        var replica = new DeskReplica(
                start(suite, "dispatch", "dispatch-service", dispatchAddress, Map.of()),
                start(
                        suite,
                        "portal",
                        "portal",
                        portalAddress,
                        Map.of("BALAGH_DISPATCH_URL", dispatchAddress, "BALAGH_PORTAL_ADDRESS", portalAddress)),
                URI.create(portalAddress));
        try {
            replica.awaitReady(dispatchAddress);
            replica.awaitReady(portalAddress);
            return replica;
        } catch (RuntimeException e) {
            replica.close();
            throw e;
        }
    }

    private static Process start(
            SuiteDirectories suite, String part, String module, String address, Map<String, String> settings)
            throws IOException {
        var program = suite.repository().resolve(Path.of(module, "target", "quarkus-app", "quarkus-run.jar"));
        var builder = new ProcessBuilder(
                        suite.java().toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        program.toString())
                .directory(suite.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        suite.log(part + "-replica").toFile()));
        builder.environment().putAll(part(suite, part).launch().environment());
        builder.environment().putAll(settings);
        builder.environment()
                .put("QUARKUS_HTTP_PORT", Integer.toString(URI.create(address).getPort()));
        return builder.start();
    }

    private static SuitePart part(SuiteDirectories suite, String name) {
        return ApplicationPart.all(suite).stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void awaitReady(String address) {
        AnswerPoller.until(
                address + " is ready",
                PATIENCE,
                () -> HttpProbe.status(address + "/q/health/ready") == 200 || !dispatch.isAlive() || !portal.isAlive(),
                settled -> settled);
        if (!dispatch.isAlive() || !portal.isAlive()) {
            throw new IllegalStateException("a replica ended before it was ready; see the suite's logs");
        }
    }

    /** Of its portal. */
    URI address() {
        return address;
    }

    @Override
    public void close() {
        portal.destroyForcibly();
        dispatch.destroyForcibly();
    }
}
