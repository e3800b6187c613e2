package ma.balagh.platform.kafka;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.balagh.platform.build.JavaProgram;
import ma.balagh.platform.build.LauncherClassPathReader;
import ma.balagh.platform.network.PortProbe;
import ma.balagh.platform.part.LaunchCommand;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuitePart;

/** The broker of the suite. */
public final class KafkaPart implements SuitePart {

    private final SuiteDirectories workplace;
    private final BrokerSettings settings;

    public KafkaPart(SuiteDirectories workplace) {
        this.workplace = workplace;
        this.settings = new BrokerSettings(
                workplace.data().resolve("kafka"),
                workplace.ports().kafka(),
                workplace.ports().kafkaController());
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<Integer> ports() {
        return List.of(settings.port(), settings.controllerPort());
    }

    @Override
    public String address() {
        return settings.bootstrapServers();
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public void prepare(ProgressListener progress) throws IOException {
        settings.prepare();
        Files.writeString(logging(), """
                handlers=java.util.logging.ConsoleHandler
                .level=INFO
                java.util.logging.SimpleFormatter.format=%1$tF %1$tT,%1$tL %4$-7s [%3$s] %5$s%6$s%n
                """);
    }

    @Override
    public LaunchCommand launch() throws IOException {
        return new LaunchCommand(program().trainingCommand(workplace), Map.of(), settings.directory());
    }

    @Override
    public boolean isReady() {
        return PortProbe.isTaken(settings.port());
    }

    /** Asks the broker only when the list of topics has changed: an admin client costs half a second of CPU. */
    @Override
    public void initialize() {
        var known = settings.directory().resolve("topics.txt");
        var wanted = TopicProvisioner.names().stream().sorted().collect(Collectors.joining("\n"));
        try {
            if (!Files.exists(known) || !Files.readString(known).equals(wanted)) {
                TopicProvisioner.create(settings.bootstrapServers(), Duration.ofSeconds(60));
                Files.writeString(known, wanted);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remember the topics", e);
        }
    }

    @Override
    public boolean isTraining() throws IOException {
        return program().cache(workplace).isInTraining();
    }

    @Override
    public void stopped() throws IOException {
        program().cache(workplace).settle();
    }

    private JavaProgram program() throws IOException {
        var jars = LauncherClassPathReader.jars(workplace);
        var classPath = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return new JavaProgram(
                name(),
                List.of("-Xmx256m", JavaProgram.FIRST_COMPILER_ONLY),
                jars,
                List.of(
                        "-Djava.util.logging.config.file=" + logging(),
                        "-cp",
                        classPath,
                        "kafka.Kafka",
                        settings.file().toString()));
    }

    private Path logging() {
        return settings.directory().resolve("logging.properties");
    }
}
