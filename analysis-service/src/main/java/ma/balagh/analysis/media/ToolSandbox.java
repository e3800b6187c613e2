package ma.balagh.analysis.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a tool on a hostile file: without a shell, {@link ToolLimits} on what it takes, an empty environment, no standard
 * input but what we write, no network where the kernel lets us take it away. Whatever happens, it is gone with all of
 * its children when {@link #run} returns.
 */
final class ToolSandbox {

    /** What reads the tool's standard output, on a thread of its own. */
    @FunctionalInterface
    interface Output<T> {
        T read(InputStream stdout) throws IOException;
    }

    /** What writes the tool's standard input, on a thread of its own, which is interrupted when the tool has ended. */
    @FunctionalInterface
    interface Input {

        /** A tool that wants none. */
        Input NONE = stdin -> {};

        void write(OutputStream stdin) throws IOException, InterruptedException;
    }

    /** Why we ended it. */
    enum Stop {
        /** It ended by itself. */
        NONE,
        TIME,
        /** It wrote too much. */
        SIZE
    }

    /**
     * How it ended.
     *
     * @param exitCode 128 + signal where it was killed
     * @param stop why we stopped it
     * @param output what the reader made of the standard output; null when the reader failed
     * @param errors the end of its standard error
     */
    record Ending<T>(int exitCode, Stop stop, @Nullable T output, String errors) {

        boolean clean() {
            return exitCode == 0 && stop == Stop.NONE;
        }

        boolean timedOut() {
            return stop == Stop.TIME;
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ToolLimits limits;

    /** The words before a command. Null until one is run: finding them takes a process, which no start waits for. */
    private @Nullable List<String> isolation;

    /** With what {@link NetworkIsolationDetector} there is here. */
    ToolSandbox(ToolLimits limits) {
        this.limits = limits;
    }

    ToolSandbox(List<String> isolation, ToolLimits limits) {
        this(limits);
        this.isolation = List.copyOf(isolation);
    }

    /** The same without standard input. */
    <T> Ending<T> run(List<String> command, Path directory, Duration limit, Output<T> reader)
            throws IOException, InterruptedException {
        return run(command, directory, limit, reader, Input.NONE);
    }

    /**
     * Runs the command in a directory until it ends, its time is over, it wrote too much or this thread is interrupted.
     *
     * @param input whether all of it was written is for itself to know: a tool may end before
     * @throws IOException when the process cannot be started or watched: says nothing about the file
     * @throws InterruptedException after the process was killed
     */
    <T> Ending<T> run(List<String> command, Path directory, Duration limit, Output<T> reader, Input input)
            throws IOException, InterruptedException {
        var written = DirectoryUsage.in(directory);
        var builder = new ProcessBuilder(limited(command, limit)).directory(directory.toFile());
        builder.environment().clear();
        Process process = builder.start();
        Thread feeder = Thread.ofPlatform().daemon().name("media-input").unstarted(() -> feed(process, input));
        try {
            feeder.start();
            var errors = new CompletableFuture<String>();
            var output = new CompletableFuture<T>();
            Thread.ofVirtual().start(() -> complete(errors, () -> ErrorOutputReader.of(process.getErrorStream())));
            var stdout = new LimitedInputStream(process.getInputStream(), limits.output());
            Thread.ofPlatform()
                    .daemon()
                    .name("media-output")
                    .start(() -> complete(output, () -> {
                        try (stdout) {
                            return reader.read(stdout);
                        }
                    }));
            Stop stop = watch(process, output, limit, written);
            kill(process);
            int exitCode = process.waitFor();
            T read = valueOf(output);
            String complaints = ErrorOutputReader.orEmpty(valueOf(errors));
            if (complaints.startsWith("unshare:") || complaints.startsWith("prlimit:")) {
                throw new IOException("the sandbox could not be set up: " + complaints);
            }
            return new Ending<>(exitCode, stdout.isExceeded() ? Stop.SIZE : stop, read, complaints);
        } finally {
            kill(process);
            process.destroyForcibly();
            awaitEnd(process, feeder);
        }
    }

    private static void feed(Process process, Input input) {
        try (OutputStream stdin = process.getOutputStream()) {
            input.write(stdin);
        } catch (IOException | InterruptedException ended) {
            // The tool has ended, or this thread was told that it has.
        }
    }

    /** What the input uses, such as another tool, is free only when it has ended, too. */
    private static void awaitEnd(Process process, Thread feeder) {
        feeder.interrupt();
        boolean interrupted = false;
        while (process.isAlive() || feeder.isAlive()) {
            try {
                process.waitFor();
                feeder.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Not Process.destroyForcibly(): that closes the pipes, and what is still in them would be lost. */
    private static void kill(Process process) {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> children = process.descendants().toList();
        process.toHandle().destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private synchronized List<String> isolation() throws InterruptedException {
        List<String> known = isolation;
        if (known == null) {
            known = NetworkIsolationDetector.available();
            isolation = known;
        }
        return known;
    }

    private List<String> limited(List<String> command, Duration limit) throws IOException, InterruptedException {
        Path prlimit = ProgramFinder.find("prlimit");
        if (prlimit == null) {
            throw new IOException("prlimit is not installed");
        }
        var limited = new ArrayList<>(isolation());
        limited.addAll(limits.prefix(prlimit, limit));
        limited.addAll(command);
        return limited;
    }

    /** A reader that failed ends the process as well: nobody would empty the pipe any more. */
    private Stop watch(Process process, CompletableFuture<?> output, Duration limit, DirectoryUsage written)
            throws IOException, InterruptedException {
        CompletableFuture<?> ended = CompletableFuture.anyOf(
                process.onExit(),
                output.handle((done, failure) -> failure)
                        .thenCompose(failure -> failure == null
                                ? process.onExit().thenApply(exited -> exited.pid())
                                : CompletableFuture.completedFuture(0L)));
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); left > 0; left = end - System.nanoTime()) {
            try {
                ended.get(Math.min(left, DirectoryUsage.INTERVAL.toNanos()), TimeUnit.NANOSECONDS);
                return Stop.NONE;
            } catch (TimeoutException notYet) {
                if (written.now() > limits.written()) {
                    return Stop.SIZE;
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("cannot watch the process", e.getCause());
            }
        }
        return Stop.TIME;
    }

    /** What was read, null when reading failed. It has ended already or is about to: the pipe's other end is gone. */
    private static <T> @Nullable T valueOf(CompletableFuture<T> reading) throws IOException, InterruptedException {
        try {
            return reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return null;
        } catch (TimeoutException e) {
            throw new IOException("a tool's output could not be read within " + PATIENCE, e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> void complete(CompletableFuture<T> future, Reading<T> reading) {
        try {
            future.complete(reading.read());
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            future.completeExceptionally(e);
        }
    }
}
