package ma.balagh.platform.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One broker that is its own controller (KRaft combined mode) and listens on the loopback address.
 *
 * @param directory where records, metadata and {@code server.properties} are kept
 * @param port where clients connect
 * @param controllerPort where the broker talks with itself
 */
public record BrokerSettings(Path directory, int port, int controllerPort) {

    private static final String NODE_ID = "1";

    /** Writes {@code server.properties} and, the first time, formats the storage. Returns the file's path. */
    public Path prepare() throws IOException {
        var records = directory.resolve("records");
        Files.createDirectories(records);
        var file = file();
        try (var writer = Files.newBufferedWriter(file)) {
            properties(records).store(writer, null);
        }
        if (!Files.exists(records.resolve("meta.properties"))) {
            format(records);
        }
        return file;
    }

    /** The broker's {@code server.properties}. */
    public Path file() {
        return directory.resolve("server.properties");
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    private Properties properties(Path records) {
        var settings = new TreeMap<>(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                NODE_ID,
                "controller.quorum.voters",
                NODE_ID + "@localhost:" + controllerPort,
                "listeners",
                "PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d".formatted(port, controllerPort),
                "advertised.listeners",
                "PLAINTEXT://localhost:" + port,
                "controller.listener.names",
                "CONTROLLER",
                "listener.security.protocol.map",
                "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
                "log.dirs",
                records.toString()));
        settings.putAll(Map.of(
                "auto.create.topics.enable", "false",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "3",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "2097152",
                "log.segment.bytes", Integer.toString(64 * 1024 * 1024),
                "num.network.threads", "2",
                "num.io.threads", "2"));
        var properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    private static void format(Path records) throws IOException {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(Integer.parseInt(NODE_ID))
                    .setDirectories(List.of(records.toString()))
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(records.toString())
                    .run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("cannot format " + records, e);
        }
    }
}
