package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Partially downloaded media, each in a file under an id of its own, which survives restarts. One process at a time
 * writes one: it holds a lock on the file that ends with the process, however that ends.
 */
@ApplicationScoped
public class PartialMediumStore {

    private static final Logger LOG = Logger.getLogger(PartialMediumStore.class);

    private final Path directory;
    private final EvidenceStore store;
    private final Clock clock;
    // The system's locks are the process's: closing one channel would end the lock of another.
    private final Set<UUID> open = ConcurrentHashMap.newKeySet();

    PartialMediumStore(EvidenceConfig config, EvidenceStore store, Clock clock) {
        this.directory = config.directory().resolve("partial");
        this.store = store;
        this.clock = clock;
    }

    /**
     * Opens the file, or begins one.
     *
     * @return empty while somebody else writes it
     */
    public Optional<PartialMediumWriter> open(UUID id) throws IOException {
        if (!open.add(id)) {
            return Optional.empty();
        }
        RandomAccessFile bytes = null;
        FileLock lock = null;
        try {
            Files.createDirectories(directory);
            Path file = file(id);
            bytes = new RandomAccessFile(file.toFile(), "rw");
            lock = bytes.getChannel().tryLock();
            return lock == null
                    ? Optional.empty()
                    : Optional.of(new PartialMediumWriter(file, bytes, store, clock, () -> open.remove(id)));
        } finally {
            if (lock == null) {
                close(bytes);
                open.remove(id);
            }
        }
    }

    /** Removes what there is under an id; nothing where there is nothing. */
    public void discard(UUID id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            // The next sweep removes it.
            LOG.warnf(e, "cannot remove the partial medium mediaLink=%s", id);
        }
    }

    /** The ids that have a file. */
    public List<UUID> all() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::getFileName)
                    .map(Path::toString)
                    .flatMap(name -> id(name).stream())
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw EvidenceStore.unwritable(e);
        }
    }

    private Path file(UUID id) {
        return directory.resolve(id.toString());
    }

    private static Optional<UUID> id(String name) {
        try {
            return Optional.of(UUID.fromString(name));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static void close(@Nullable RandomAccessFile bytes) throws IOException {
        if (bytes != null) {
            bytes.close();
        }
    }
}
