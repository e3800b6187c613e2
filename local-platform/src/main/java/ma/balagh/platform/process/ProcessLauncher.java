package ma.balagh.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts and ends processes that may outlive this one. */
public final class ProcessLauncher {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private ProcessLauncher() {}

    /**
     * Starts a process that appends to a log. It gets a session of its own, so that neither Ctrl-C nor the end of the
     * terminal reaches it before its turn to stop has come.
     */
    public static ProcessHandle start(List<String> command, Map<String, String> environment, Path directory, Path log)
            throws IOException {
        Files.createDirectories(log.getParent());
        var whole = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            whole.add(SETSID.toString());
        }
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .directory(directory.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(ProcessLauncher::belongsToTheLauncher);
        builder.environment().putAll(environment);
        return builder.start().toHandle();
    }

    /** Sends {@code signal}, waits, and kills what has not ended by then. Returns whether it ended in good order. */
    public static boolean stop(ProcessHandle process, String signal, Duration patience)
            throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (endsWithin(process, patience)) {
            return true;
        }
        kill(process);
        return false;
    }

    /** SIGKILL for the process and its children, as a crash would end them. */
    public static void kill(ProcessHandle process) throws InterruptedException {
        var family = Stream.concat(Stream.of(process), process.descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        for (var member : family) {
            endsWithin(member, Duration.ofSeconds(10));
        }
    }

    /** User and system time of the process and its living descendants. */
    public static Duration cpuTime(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(member -> member.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (ProcessLivenessCheck.isRunning(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return true;
    }

    /** A child is configured by what it is given, not by what happens to be set in the caller's shell. */
    private static boolean belongsToTheLauncher(String name) {
        return name.startsWith("QUARKUS_")
                || name.startsWith("KC_")
                || name.startsWith("KAFKA_")
                || name.startsWith("PG")
                || name.startsWith("MAVEN_")
                || name.equals("JAVA_TOOL_OPTIONS")
                || name.equals("JDK_JAVA_OPTIONS");
    }
}
