package ma.balagh.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Remembers a process by its pid and when it started, because a pid alone is given to a stranger sooner or later. The
 * start is counted in ticks since the boot of the kernel, so that a clock that is set changes nothing.
 *
 * @param file where it is written
 */
public record PidFile(Path file) {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** Field 22 of {@code /proc/<pid>/stat}, counted from field 3 (proc_pid_stat(5)). */
    private static final int START_TIME = 19;

    public void remember(ProcessHandle process) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, identity(process.pid()).orElse(""));
    }

    /** The remembered process, if it still runs and is no stranger. */
    public Optional<ProcessHandle> running() {
        try {
            var remembered = Files.readString(file).strip();
            var pid = Long.parseLong(remembered.split(" ")[0]);
            return ProcessHandle.of(pid)
                    .filter(ProcessLivenessCheck::isRunning)
                    .filter(process -> identity(pid).equals(Optional.of(remembered)));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Its pid, its start and the boot that this counts from; nothing where it has ended. */
    private static Optional<String> identity(long pid) {
        try {
            var stat = ProcessLivenessCheck.fields(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
            return Optional.of(
                    pid + " " + stat[START_TIME] + " " + Files.readString(BOOT).strip());
        } catch (IOException ended) {
            return Optional.empty();
        }
    }
}
