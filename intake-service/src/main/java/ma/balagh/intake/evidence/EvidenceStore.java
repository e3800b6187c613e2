package ma.balagh.intake.evidence;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Locale;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.IntakeProblem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of all evidence in a directory, each file under its SHA-256: {@code sha256/ab/cd/abcd...}. A file is
 * complete, and on disk, before it has its name; what has its name and no row (a crash in between) is found again when
 * the same bytes come in, and harms nobody until then.
 */
@ApplicationScoped
class EvidenceStore {

    private static final Logger LOG = Logger.getLogger(EvidenceStore.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final EvidenceConfig config;
    private final Integrity integrity;
    private @Nullable IncomingArea incoming;

    EvidenceStore(EvidenceConfig config, Integrity integrity) {
        this.config = config;
        this.integrity = integrity;
    }

    void open(@Observes StartupEvent start) throws IOException {
        incoming = IncomingArea.open(config.directory().resolve("incoming"));
    }

    void close(@Observes ShutdownEvent shutdown) {
        if (incoming != null) {
            incoming.close();
        }
    }

    /** A name for bytes that are still coming in. */
    Path newFile() {
        if (incoming == null) {
            throw new IllegalStateException("the evidence store is not open");
        }
        return incoming.newFile();
    }

    /** Where the bytes of that digest stand, or would. */
    Path path(Digest digest) {
        String hex = digest.hex();
        return config.directory()
                .resolve("sha256")
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex);
    }

    /** What stands under a digest. */
    enum Standing {
        INTACT,
        OTHER_BYTES,
        MISSING
    }

    /** @throws ProblemException 503 when the store cannot be read, which says nothing of the bytes */
    Standing standing(Digest digest) {
        try {
            return integrity.isIntact(path(digest), digest) ? Standing.INTACT : Standing.OTHER_BYTES;
        } catch (NoSuchFileException missing) {
            // Of a disk that went away as a whole, every file is missing and none is lost.
            if (incoming == null || !incoming.isThere()) {
                throw away("read", missing);
            }
            return Standing.MISSING;
        } catch (IOException e) {
            throw away("read", e);
        }
    }

    /** Gives a complete medium its name in the store. Doing it twice, or at once, ends in the same file. */
    void keep(Received received) {
        if (standing(received.digest()) == Standing.INTACT) {
            return;
        }
        Path target = path(received.digest());
        try {
            Path directory = Files.createDirectories(requireNonNull(target.getParent()));
            Files.setPosixFilePermissions(received.file(), PosixFilePermissions.fromString("r--r-----"));
            Files.move(received.file(), target, StandardCopyOption.ATOMIC_MOVE);
            synchronise(directory);
            integrity.verified(target, received.digest());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** @throws ProblemException 507 when that many more bytes do not fit */
    void requireRoom(long bytes) {
        try {
            long usable = Files.getFileStore(config.directory()).getUsableSpace();
            if (usable - bytes < config.keepFree().asLongValue()) {
                throw IntakeProblem.STORE_FULL.because("%,d bytes are free, of which %,d must stay so"
                        .formatted(usable, config.keepFree().asLongValue()));
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The problem that a failed write is answered with. */
    static ProblemException unwritable(IOException failure) {
        String message = failure instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : String.valueOf(failure.getMessage());
        String reason = message.toLowerCase(Locale.ROOT);
        if (reason.contains("no space left") || reason.contains("quota exceeded")) {
            return IntakeProblem.STORE_FULL.because("the disk filled up while the medium was written");
        }
        return away("written", failure);
    }

    private static ProblemException away(String use, IOException failure) {
        LOG.errorf(failure, "the evidence store cannot be %s", use);
        return CommonProblem.UNAVAILABLE
                .because("the evidence store cannot be " + use)
                .retryAfter(RETRY_AFTER);
    }

    /** Makes the names in a directory, and those of the directories above it, survive a power cut. */
    private void synchronise(Path directory) throws IOException {
        Path root = config.directory().toAbsolutePath();
        for (Path each = directory.toAbsolutePath(); each != null && each.startsWith(root); each = each.getParent()) {
            try (FileChannel channel = FileChannel.open(each, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
