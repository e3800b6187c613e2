package ma.balagh.analysis.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How many bytes were written into a directory, not counting subdirectories. The kernel limits single files only.
 *
 * @param before bytes that lay there at the beginning
 */
record DirectoryUsage(Path directory, long before) {

    /** How often to look. */
    static final Duration INTERVAL = Duration.ofMillis(200);

    static DirectoryUsage in(Path directory) throws IOException {
        return new DirectoryUsage(directory, size(directory));
    }

    long now() throws IOException {
        return size(directory) - before;
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(DirectoryUsage::sizeOf).sum();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException renamedMeanwhile) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
