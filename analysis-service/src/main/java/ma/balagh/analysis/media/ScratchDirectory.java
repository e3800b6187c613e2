package ma.balagh.analysis.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A directory for one medium and the files that tools make of it; closing deletes it. */
public final class ScratchDirectory implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private static final String PREFIX = "balagh-scratch-";

    private final Path directory;

    private ScratchDirectory(Path directory) {
        this.directory = directory;
    }

    /** Only its owner may read it; its name tells which process owns it, and since when that runs. */
    static ScratchDirectory in(Path parent) throws IOException {
        Files.createDirectories(parent);
        return new ScratchDirectory(Files.createTempDirectory(parent, PREFIX + own() + "-"));
    }

    /** Removes what processes that were killed left behind. */
    static void sweep(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> children = Files.list(parent)) {
            children.filter(ScratchDirectory::isOrphan).forEach(ScratchDirectory::delete);
        }
    }

    private static boolean isOrphan(Path path) {
        String name = path.getFileName().toString();
        if (!name.startsWith(PREFIX)) {
            return false;
        }
        String owner = name.substring(PREFIX.length());
        String pid = owner.split("-", 2)[0];
        if (!NUMBER.matcher(pid).matches()) {
            return false;
        }
        return Long.parseLong(pid) == ProcessHandle.current().pid()
                ? !owner.startsWith(own() + "-")
                : ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    /** In a container each process has the number of the one before it. */
    private static String own() {
        ProcessHandle current = ProcessHandle.current();
        Instant started = current.info().startInstant().orElse(Instant.EPOCH);
        return current.pid() + "-" + started.toEpochMilli();
    }

    /** Where the medium goes. It has no extension: its bytes alone say what it is. */
    public Path medium() {
        return directory.resolve("medium");
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() {
        delete(directory);
    }

    private static void delete(Path directory) {
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the scratch directory", e);
        }
    }
}
