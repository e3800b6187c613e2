package ma.balagh.platform.test;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import ma.balagh.platform.kafka.BrokerSettings;
import ma.balagh.platform.kafka.KafkaTestProgram;
import ma.balagh.platform.kafka.TopicProvisioner;
import ma.balagh.platform.network.PortProbe;

/**
 * A Kafka broker for one test run, with all topics of the suite. It runs in a JVM of its own, so that the class loaders
 * of a restarted Quarkus application cannot pull classes from under it.
 */
final class TestKafka implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    /** What is told of the broker's log when it does not start, in characters. */
    private static final int LOG = 2000;

    private final Process process;
    private final BrokerSettings settings;

    private TestKafka(Process process, BrokerSettings settings) {
        this.process = process;
        this.settings = settings;
    }

    static TestKafka start() throws IOException {
        var directory = Files.createTempDirectory("balagh-kafka");
        var settings = new BrokerSettings(directory, PortProbe.anyFree(), PortProbe.anyFree());
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        // Surefire hides the real class path behind a jar that refers to it; either form serves a
                        // child.
                        System.getProperty("java.class.path"),
                        KafkaTestProgram.class.getName(),
                        settings.prepare().toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("broker.log").toFile())
                .start();
        var kafka = new TestKafka(process, settings);
        try {
            kafka.awaitPort();
            TopicProvisioner.create(settings.bootstrapServers(), START);
        } catch (IOException | RuntimeException e) {
            String log = Files.readString(directory.resolve("broker.log"));
            kafka.close();
            throw new IOException("the broker says: " + log.substring(Math.max(0, log.length() - LOG)), e);
        }
        return kafka;
    }

    private void awaitPort() throws IOException {
        var deadline = System.nanoTime() + START.toNanos();
        while (!PortProbe.isTaken(settings.port())) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("the broker does not start");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    String bootstrapServers() {
        return settings.bootstrapServers();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(settings.directory())) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
