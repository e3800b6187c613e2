package ma.balagh.intake.evidence;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * Evidence in a directory, each file under its SHA-256: {@code sha256/ab/cd/abcd...}. A file is complete, and on disk,
 * before it has its name.
 */
@ApplicationScoped
@Typed(DirectoryStore.class)
class DirectoryStore implements EvidenceStore {

    private final EvidenceConfig config;
    private final StagingDirectory staging;
    private final CachedIntegrityVerifier integrity;

    DirectoryStore(EvidenceConfig config, StagingDirectory staging, CachedIntegrityVerifier integrity) {
        this.config = config;
        this.staging = staging;
        this.integrity = integrity;
    }

    @Override
    public Path newFile() {
        return staging.newFile();
    }

    @Override
    public Standing standing(Sha256Digest digest) {
        try {
            return integrity.isIntact(new KeptFile(path(digest)), digest) ? Standing.INTACT : Standing.OTHER_BYTES;
        } catch (NoSuchFileException missing) {
            // Of a disk that went away as a whole, every file is missing and none is lost.
            if (!staging.isThere()) {
                throw EvidenceStore.away("read", missing);
            }
            return Standing.MISSING;
        } catch (IOException e) {
            throw EvidenceStore.away("read", e);
        }
    }

    @Override
    public void keep(StagedMedium received) {
        if (standing(received.digest()) != Standing.INTACT) {
            move(received);
        }
    }

    @Override
    public void keepAnew(StagedMedium received) {
        if (Files.exists(received.file())) {
            move(received);
        } else {
            // Here already, when what was begun before is gone on with.
            keep(received);
        }
    }

    private void move(StagedMedium received) {
        Path target = path(received.digest());
        try {
            Path directory = Files.createDirectories(requireNonNull(target.getParent()));
            Files.setPosixFilePermissions(received.file(), PosixFilePermissions.fromString("r--r-----"));
            Files.move(received.file(), target, StandardCopyOption.ATOMIC_MOVE);
            synchronise(directory);
            integrity.verified(new KeptFile(target), received.digest());
        } catch (IOException e) {
            throw EvidenceStore.unwritable(e);
        }
    }

    @Override
    public InputStream open(Sha256Digest digest, long first, long length) {
        try {
            // Closed with the stream.
            SeekableByteChannel file = Files.newByteChannel(path(digest)).position(first);
            return Channels.newInputStream(file);
        } catch (IOException e) {
            throw EvidenceStore.away("read", e);
        }
    }

    @Override
    public Erasure erase(Sha256Digest digest) {
        Path file = path(digest);
        integrity.refuted(digest);
        try {
            if (Files.deleteIfExists(file)) {
                synchronise(requireNonNull(file.getParent()));
            } else if (!staging.isThere()) {
                throw EvidenceStore.away("written", new NoSuchFileException(file.toString()));
            }
            return new Erasure.Gone();
        } catch (AccessDeniedException refused) {
            return new Erasure.Refused("the file system does not let the file go");
        } catch (IOException e) {
            throw EvidenceStore.away("written", e);
        }
    }

    @Override
    public void refuted(Sha256Digest digest) {
        integrity.refuted(digest);
    }

    @Override
    public void requireRoom(long bytes) {
        staging.requireRoom(bytes);
    }

    @Override
    public Map<String, String> check() {
        staging.requireRoom(0);
        return Map.of();
    }

    private Path path(Sha256Digest digest) {
        return config.directory().resolve(digest.path());
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

    /** A file of this store. */
    record KeptFile(Path path) implements CachedIntegrityVerifier.Kept {

        @Override
        public Map<String, Object> marks() throws IOException {
            return Files.readAttributes(path, "unix:ino,size,lastModifiedTime,ctime");
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }
}
