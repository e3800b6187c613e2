package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import ma.balagh.http.Violation;
import ma.balagh.intake.IntakeProblem;
import org.jspecify.annotations.Nullable;

/**
 * Takes bytes in: straight to disk, hashing them on the way, with one small buffer however large the medium is. What
 * does not arrive completely, or is no medium, leaves nothing.
 */
@ApplicationScoped
class MediaReceiver {

    private static final int BUFFER = 1 << 18;

    /** After so many bytes the room is looked at again: others fill the disk, too. */
    private static final long ROOM_CHECK = 64L << 20;

    private final EvidenceStore store;
    private final EvidenceConfig config;
    private final Clock clock;

    MediaReceiver(EvidenceStore store, EvidenceConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param announced length that the sender announced, or -1
     * @param expected digest that the sender announced
     * @throws ma.balagh.http.ProblemException when the medium is empty, incomplete, too large, not of a known kind or
     *     not that of the digest, or when there is no room
     */
    StagedMedium receive(InputStream body, long announced, @Nullable Sha256Digest expected) {
        requireSize(announced);
        store.requireRoom(Math.max(announced, 0));
        Instant start = clock.instant();
        Path file = store.newFile();
        boolean complete = false;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            StagedMedium received = copy(body, out, file, announced, start);
            if (expected != null && !expected.equals(received.digest())) {
                throw IntakeProblem.DIGEST_MISMATCH.because("Repr-Digest says %s, the bytes that arrived have %s"
                        .formatted(expected.header(), received.digest().header()));
            }
            out.force(true);
            complete = true;
            return received;
        } catch (IOException e) {
            throw EvidenceStore.unwritable(e);
        } finally {
            if (!complete) {
                discard(file);
            }
        }
    }

    private StagedMedium copy(InputStream body, FileChannel out, Path file, long announced, Instant start)
            throws IOException {
        MessageDigest sha256 = Sha256Digest.algorithm();
        byte[] buffer = new byte[BUFFER];
        ContainerFormat container = null;
        long size = 0;
        long nextCheck = ROOM_CHECK;
        for (int read = fill(body, buffer); read > 0; read = fill(body, buffer)) {
            if (container == null) {
                container = containerOf(buffer, read);
            }
            size += read;
            requireSize(size);
            if (size >= nextCheck) {
                store.requireRoom(Math.max(announced - size, 0));
                nextCheck += ROOM_CHECK;
            }
            sha256.update(buffer, 0, read);
            write(out, ByteBuffer.wrap(buffer, 0, read));
        }
        if (announced >= 0 && size != announced) {
            throw IntakeProblem.INCOMPLETE_UPLOAD.because("%d of %d bytes arrived".formatted(size, announced));
        }
        if (container == null) {
            throw IntakeProblem.EMPTY_MEDIUM.because(
                    "nothing was sent", List.of(Violation.required("body", "must not be empty")));
        }
        return new StagedMedium(file, Sha256Digest.of(sha256.digest()), size, container, start);
    }

    /** @throws ma.balagh.http.ProblemException 413 when that is more than what is taken in */
    void requireSize(long size) {
        long max = config.maxSize().asLongValue();
        if (size > max) {
            throw IntakeProblem.MEDIUM_TOO_LARGE.because("a medium may have %,d bytes".formatted(max));
        }
    }

    private static ContainerFormat containerOf(byte[] buffer, int length) {
        return ContainerFormat.require(Arrays.copyOf(buffer, Math.min(length, ContainerFormat.HEAD)));
    }

    /** Fills the buffer as far as the body lasts: the network hands out small pieces, the disk likes large ones. */
    private static int fill(InputStream body, byte[] buffer) {
        try {
            return body.readNBytes(buffer, 0, buffer.length);
        } catch (IOException e) {
            var problem = IntakeProblem.INCOMPLETE_UPLOAD.because("the connection ended before the medium did");
            problem.addSuppressed(e);
            throw problem;
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw EvidenceStore.unwritable(e);
        }
    }
}
