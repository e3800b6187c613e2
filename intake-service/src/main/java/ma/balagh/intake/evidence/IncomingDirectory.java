package ma.balagh.intake.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The directory of media until they are complete. Each process has its own and holds a lock on it while it lives, so
 * that the next start can tell a crash's leftovers from what another replica is receiving.
 */
final class IncomingDirectory {

    private static final Logger LOG = Logger.getLogger(IncomingDirectory.class);
    private static final String LOCK = "lock";

    private final Path directory;
    // Held until the process ends, however it ends.
    private final FileChannel lock;

    private IncomingDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** Sweeps what crashed processes left under {@code parent} and opens a directory for this one. */
    static IncomingDirectory open(Path parent) throws IOException {
        Files.createDirectories(parent);
        try (DirectoryStream<Path> others = Files.newDirectoryStream(parent)) {
            for (Path other : others) {
                sweep(other);
            }
        }
        Path own = Files.createDirectory(parent.resolve(UUID.randomUUID().toString()));
        FileChannel channel = openLock(own);
        if (channel.tryLock() == null) {
            throw new IOException("cannot lock " + own);
        }
        return new IncomingDirectory(own, channel);
    }

    Path newFile() {
        return directory.resolve(UUID.randomUUID().toString());
    }

    boolean isThere() {
        return Files.isDirectory(directory);
    }

    /** Leaves nothing behind when the process ends in order. */
    void close() {
        try (lock) {
            delete(directory);
        } catch (IOException e) {
            LOG.warnf(e, "cannot clear %s", directory);
        }
    }

    private static void sweep(Path other) throws IOException {
        try (FileChannel channel = openLock(other)) {
            if (channel.tryLock() != null) {
                delete(other);
                LOG.infof("swept what a crashed process left in %s", other);
            }
        } catch (OverlappingFileLockException ours) {
            LOG.debugf("%s belongs to this process", other);
        }
    }

    private static FileChannel openLock(Path directory) throws IOException {
        return FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(IncomingDirectory::deleteFile);
        }
        Files.deleteIfExists(directory);
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
