package ma.balagh.platform.suite;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.part.SuitePart;
import ma.balagh.platform.process.PidFile;
import ma.balagh.platform.process.ProcessLauncher;

/** The processes of the suite: starts them, finds running ones again, and ends them. */
final class PartSupervisor {

    /** An application's first end in good order also writes its start-up cache, which a busy machine does slowly. */
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(4);

    private final SuiteDirectories workplace;
    private final Map<String, Map<String, String>> environment = new ConcurrentHashMap<>();
    private final Map<String, ProcessHandle> startedHere = new ConcurrentHashMap<>();
    private boolean closed;

    PartSupervisor(SuiteDirectories workplace) {
        this.workplace = workplace;
    }

    /** Adds to what a part is given at its next start. */
    void addEnvironment(String part, Map<String, String> variables) {
        environment.merge(part, variables, (earlier, later) -> {
            var both = new HashMap<>(earlier);
            both.putAll(later);
            return both;
        });
    }

    Optional<ProcessHandle> find(SuitePart part) {
        return pidFile(part).running();
    }

    /** @throws SuiteException when the suite is already being stopped */
    synchronized ProcessHandle start(SuitePart part) throws IOException {
        if (closed) {
            throw new SuiteException("The suite is being stopped.");
        }
        var launch = part.launch();
        var variables = new HashMap<>(launch.environment());
        variables.putAll(environment.getOrDefault(part.name(), Map.of()));
        var process =
                ProcessLauncher.start(launch.command(), variables, launch.directory(), workplace.log(part.name()));
        pidFile(part).remember(process);
        startedHere.put(part.name(), process);
        return process;
    }

    /** The processes that this very object has started, by part. */
    Map<String, ProcessHandle> startedHere() {
        return Map.copyOf(startedHere);
    }

    /** From now on nothing starts. */
    synchronized void close() {
        closed = true;
    }

    synchronized void open() {
        closed = false;
    }

    /** Ends a part in good order, or kills it when that takes too long. */
    void stop(SuitePart part) throws IOException, InterruptedException {
        var process = find(part);
        if (process.isPresent() && ProcessLauncher.stop(process.get(), part.stopSignal(), STOP_PATIENCE)) {
            part.stopped();
        }
        pidFile(part).forget();
    }

    /** Ends a part as a crash would. */
    void kill(SuitePart part) throws InterruptedException {
        var process = find(part);
        if (process.isPresent()) {
            ProcessLauncher.kill(process.get());
        }
    }

    private PidFile pidFile(SuitePart part) {
        return new PidFile(workplace.pidFile(part.name()));
    }
}
