package ma.balagh.intake.upload;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.intake.evidence.EvidenceConfig;
import ma.balagh.intake.evidence.EvidenceService;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets one request at a time work on an upload, in all replicas: the file {@code uploads/lock} is locked at the byte
 * whose number the upload's id gives. The kernel releases the lock as soon as the process ends, however it ends. One
 * file serves all uploads and stays open as long as the process lives, because POSIX drops a process' locks with the
 * first descriptor of a file that it closes, and because nothing remains of it when an upload ends.
 */
@ApplicationScoped
class UploadLockRegistry {

    private static final Logger LOG = Logger.getLogger(UploadLockRegistry.class);

    private final Path file;
    private @Nullable FileChannel channel;

    UploadLockRegistry(EvidenceConfig config) {
        this.file = config.directory().resolve("uploads").resolve("lock");
    }

    /** An upload that is this request's alone until it is closed. */
    static final class Hold implements AutoCloseable {

        private final FileLock lock;

        private Hold(FileLock lock) {
            this.lock = lock;
        }

        @Override
        public void close() {
            try {
                lock.release();
            } catch (IOException e) {
                // Only when the file was closed, which releases it as well.
                LOG.debugf(e, "the lock was gone");
            }
        }
    }

    /**
     * @return empty when another request has it
     * @throws ma.balagh.http.ProblemException 503 when the directory is away
     */
    Optional<Hold> hold(UUID id) {
        try {
            // The random bits of the id, as a number that a file can be long.
            FileLock lock = channel().tryLock(id.getLeastSignificantBits() & (Long.MAX_VALUE >> 1), 1, false);
            return Optional.ofNullable(lock).map(Hold::new);
        } catch (OverlappingFileLockException ours) {
            return Optional.empty();
        } catch (IOException e) {
            throw EvidenceService.unwritable(e);
        }
    }

    @PreDestroy
    synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private synchronized FileChannel channel() throws IOException {
        if (channel == null || !channel.isOpen()) {
            Files.createDirectories(file.getParent());
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        return channel;
    }
}
