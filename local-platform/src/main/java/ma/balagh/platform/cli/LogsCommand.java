package ma.balagh.platform.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import ma.balagh.platform.part.SuiteException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "prints the end of the logs, of all parts or of one")
final class LogsCommand implements Callable<Integer> {

    @Mixin
    private final SuiteOption which = new SuiteOption();

    @Parameters(arity = "0..1", paramLabel = "service", description = "postgres, kafka, keycloak, intake, ...")
    private @Nullable String part;

    @Option(names = "-f", description = "goes on with what is written from now on")
    private boolean follow;

    @Option(names = "-n", defaultValue = "50", description = "how many lines (default: ${DEFAULT-VALUE})")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var suite = which.suite();
        var names = part == null ? suite.partNames() : List.of(part);
        var logs = names.stream()
                .map(suite::log)
                .filter(Files::exists)
                .map(Path::toString)
                .toList();
        if (logs.isEmpty()) {
            throw new SuiteException("Nothing was logged yet.");
        }
        var command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            command.add("-F");
        }
        command.addAll(logs);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
