package ma.balagh.platform.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Suspends processes until this is closed: SIGSTOP and SIGCONT. */
public final class SuspendedProcesses implements AutoCloseable {

    private final List<String> pids;
    private final Thread end;

    private SuspendedProcesses(List<String> pids) {
        this.pids = pids;
        this.end = Thread.ofPlatform().unstarted(this::goOn);
    }

    /** Stops them. They go on when this is closed, or when this program is told to end before. */
    public static SuspendedProcesses of(Collection<ProcessHandle> processes) throws IOException, InterruptedException {
        var standstill = new SuspendedProcesses(
                processes.stream().map(process -> Long.toString(process.pid())).toList());
        Runtime.getRuntime().addShutdownHook(standstill.end);
        var stopped = false;
        try {
            stopped = standstill.signal("-STOP") || processes.stream().noneMatch(ProcessHandle::isAlive);
        } finally {
            if (!stopped) {
                standstill.close();
            }
        }
        if (!stopped) {
            throw new IOException("not all of these processes can be stopped: " + String.join(" ", standstill.pids));
        }
        return standstill;
    }

    @Override
    public void close() {
        goOn();
        Runtime.getRuntime().removeShutdownHook(end);
    }

    private void goOn() {
        try {
            // One that has ended meanwhile gets none.
            var unused = signal("-CONT");
        } catch (IOException e) {
            throw new IllegalStateException("kill -CONT " + String.join(" ", pids) + " is still to be done", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether all of them got it. */
    private boolean signal(String signal) throws IOException, InterruptedException {
        if (pids.isEmpty()) {
            return true;
        }
        var command = new ArrayList<>(List.of("kill", signal));
        command.addAll(pids);
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
