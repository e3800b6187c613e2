package ma.balagh.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process by its pid and the time it started, because a pid alone is given to a stranger sooner or later.
 *
 * @param file where it is written
 */
public record PidFile(Path file) {

    /** The kernel counts starts from a boot time that it corrects by a second now and then. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    public void remember(ProcessHandle process) throws IOException {
        Files.createDirectories(file.getParent());
        var started = process.info().startInstant().orElse(Instant.now());
        Files.writeString(file, process.pid() + " " + started.toEpochMilli());
    }

    /** The remembered process, if it still runs and is no stranger. */
    public Optional<ProcessHandle> running() {
        try {
            var words = Files.readString(file).strip().split(" ");
            var started = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessLivenessCheck::isRunning)
                    .filter(process -> startedAt(process, started));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    public void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    private static boolean startedAt(ProcessHandle process, Instant expected) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(expected, actual).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
