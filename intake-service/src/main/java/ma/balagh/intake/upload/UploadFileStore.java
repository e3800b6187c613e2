package ma.balagh.intake.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.intake.evidence.ContainerFormat;
import ma.balagh.intake.evidence.EvidenceConfig;
import ma.balagh.intake.evidence.EvidenceService;

/**
 * The bytes of uploads until they are evidence: a file {@code uploads/<id>} each, beside the evidence, on the disk that
 * all replicas share.
 */
@ApplicationScoped
class UploadFileStore {

    private final Path directory;
    private final EvidenceService evidenceService;

    UploadFileStore(EvidenceConfig config, EvidenceService evidenceService) {
        this.directory = config.directory().resolve("uploads");
        this.evidenceService = evidenceService;
    }

    Path path(UUID id) {
        return directory.resolve(id.toString());
    }

    /** @throws ma.balagh.http.ProblemException 507 when that many more bytes do not fit */
    void requireRoom(long bytes) {
        evidenceService.requireRoom(bytes);
    }

    /** An upload's file, cut to what counts: more may stand there after a crash. Whoever calls holds the upload. */
    FileChannel open(Upload upload) throws IOException {
        Path path = path(upload.id());
        if (upload.position() == 0) {
            Files.createDirectories(directory);
            Files.deleteIfExists(path);
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            synchronise();
            return file;
        }
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (file.size() < upload.position()) {
                throw new IOException("%s has %d of %d bytes".formatted(path, file.size(), upload.position()));
            }
            file.truncate(upload.position()).position(upload.position());
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The first bytes, as many as tell what it is. */
    static byte[] head(FileChannel file, long size) throws IOException {
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(size, ContainerFormat.HEAD));
        while (head.hasRemaining()) {
            if (file.read(head, head.position()) < 0) {
                throw new IOException("the file ends within its first bytes");
            }
        }
        return head.array();
    }

    void delete(UUID id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    /** Of which uploads there are files. */
    List<UUID> all() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(UploadFileStore::id).flatMap(Optional::stream).toList();
        }
    }

    private static Optional<UUID> id(Path file) {
        try {
            return Optional.of(UUID.fromString(file.getFileName().toString()));
        } catch (IllegalArgumentException lock) {
            return Optional.empty();
        }
    }

    /** Makes a new file's name survive a power cut. */
    private void synchronise() throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
