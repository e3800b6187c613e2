package ma.balagh.platform.suite;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ma.balagh.platform.part.Part;
import ma.balagh.platform.part.SuiteFailure;
import ma.balagh.platform.part.Workplace;
import ma.balagh.platform.process.Children;
import ma.balagh.platform.process.PidFile;

/** The processes of the suite: started, found again by whoever asks later, and ended. */
final class RunningParts {

    /** An application's first end in good order also writes its start-up cache, which a busy machine does slowly. */
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(4);

    private final Workplace workplace;
    private final Map<String, Map<String, String>> environment = new ConcurrentHashMap<>();
    private final Map<String, ProcessHandle> startedHere = new ConcurrentHashMap<>();
    private boolean closed;

    RunningParts(Workplace workplace) {
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

    Optional<ProcessHandle> find(Part part) {
        return pidFile(part).running();
    }

    /** @throws SuiteFailure when the suite is already being stopped */
    synchronized ProcessHandle start(Part part) throws IOException {
        if (closed) {
            throw new SuiteFailure("The suite is being stopped.");
        }
        var launch = part.launch();
        var variables = new HashMap<>(launch.environment());
        variables.putAll(environment.getOrDefault(part.name(), Map.of()));
        var process = Children.start(launch.command(), variables, launch.directory(), workplace.log(part.name()));
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
    void stop(Part part) throws IOException, InterruptedException {
        var process = find(part);
        if (process.isPresent() && Children.stop(process.get(), part.stopSignal(), STOP_PATIENCE)) {
            part.stopped();
        }
        pidFile(part).forget();
    }

    /** Ends a part as a crash would. */
    void kill(Part part) throws InterruptedException {
        var process = find(part);
        if (process.isPresent()) {
            Children.kill(process.get());
        }
    }

    private PidFile pidFile(Part part) {
        return new PidFile(workplace.pidFile(part.name()));
    }
}
