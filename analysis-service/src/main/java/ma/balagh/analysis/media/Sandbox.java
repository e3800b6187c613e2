package ma.balagh.analysis.media;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.io.InputStream;
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
 * Runs a tool on a hostile file: address space, CPU time, size of written files, open files and core dumps limited by
 * {@code prlimit}, an empty environment, no standard input, no network where the kernel lets us take it away.
 */
final class Sandbox {

    /** What reads the tool's standard output, on a thread of its own. */
    @FunctionalInterface
    interface Output<T> {
        T read(InputStream stdout) throws IOException;
    }

    /**
     * How it ended.
     *
     * @param exitCode 128 + signal where it was killed
     * @param timedOut whether we stopped it because its time was over
     * @param output what the reader made of the standard output; null when the reader failed
     * @param errors the end of its standard error
     */
    record Ending<T>(
            int exitCode, boolean timedOut, @Nullable T output, String errors) {

        boolean clean() {
            return exitCode == 0 && !timedOut;
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int OPEN_FILES = 64;

    private final List<String> isolation;
    private final long memory;
    private final long fileSize;

    Sandbox(List<String> isolation, MemorySize memory, MemorySize fileSize) {
        this.isolation = List.copyOf(isolation);
        this.memory = memory.asLongValue();
        this.fileSize = fileSize.asLongValue();
    }

    /**
     * Runs the command in a directory until it ends, its time is over or this thread is interrupted.
     *
     * @throws IOException when the process cannot be started or watched: says nothing about the file
     * @throws InterruptedException after the process was killed
     */
    <T> Ending<T> run(List<String> command, Path directory, Duration limit, Output<T> reader)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(limited(command, limit)).directory(directory.toFile());
        builder.environment().clear();
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            var errors = new CompletableFuture<String>();
            var output = new CompletableFuture<T>();
            Thread.ofVirtual().start(() -> complete(errors, () -> Tail.of(process.getErrorStream())));
            Thread.ofPlatform()
                    .daemon()
                    .name("media-output")
                    .start(() -> complete(output, () -> {
                        try (InputStream stdout = process.getInputStream()) {
                            return reader.read(stdout);
                        }
                    }));
            boolean timedOut = !endsWithin(process, output, limit);
            // Not Process.destroyForcibly(): that closes the pipes, and what is still in them would be lost.
            process.toHandle().destroyForcibly();
            int exitCode = process.waitFor();
            T read = valueOf(output);
            String complaints = Tail.orEmpty(valueOf(errors));
            if (complaints.startsWith("unshare:") || complaints.startsWith("prlimit:")) {
                throw new IOException("the sandbox could not be set up: " + complaints);
            }
            return new Ending<>(exitCode, timedOut, read, complaints);
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> limited(List<String> command, Duration limit) {
        var limited = new ArrayList<>(isolation);
        limited.addAll(List.of(
                "prlimit",
                "--as=" + memory,
                "--fsize=" + fileSize,
                "--cpu=" + 4 * Math.max(1, limit.toSeconds()),
                "--nofile=" + OPEN_FILES,
                "--core=0",
                "--"));
        limited.addAll(command);
        return limited;
    }

    /** A reader that failed ends the process as well: nobody would empty the pipe any more. */
    private static boolean endsWithin(Process process, CompletableFuture<?> output, Duration limit)
            throws InterruptedException {
        CompletableFuture<?> ended = CompletableFuture.anyOf(
                process.onExit(),
                output.handle((done, failure) -> failure)
                        .thenCompose(failure -> failure == null
                                ? process.onExit().thenApply(exited -> exited.pid())
                                : CompletableFuture.completedFuture(0L)));
        try {
            ended.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot watch the process", e.getCause());
        }
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
        } catch (IOException | RuntimeException e) {
            future.completeExceptionally(e);
        }
    }
}
