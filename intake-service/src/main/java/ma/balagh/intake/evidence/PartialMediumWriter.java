package ma.balagh.intake.evidence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** One medium that is being fetched: hashed as its bytes pass, also those that an earlier process has written. */
public final class PartialMediumWriter implements AutoCloseable {

    /** So many first bytes tell what it is. */
    public static final int HEAD = ContainerFormat.HEAD;

    private static final int BUFFER = 1 << 18;

    /** After so many bytes the room is looked at again: others fill the disk, too. */
    private static final long ROOM_CHECK = 64L << 20;

    private final Path file;
    // Not a channel, which an interrupted thread would close: what was fetched until then is gone on from.
    private final RandomAccessFile bytes;
    private final EvidenceStore store;
    private final Clock clock;
    private final Runnable closed;
    private final byte[] head = new byte[ContainerFormat.HEAD];
    private final MessageDigest sha256 = Sha256Digest.algorithm();
    private long size;
    private long nextCheck = ROOM_CHECK;
    private Instant since;

    PartialMediumWriter(Path file, RandomAccessFile bytes, EvidenceStore store, Clock clock, Runnable closed) {
        this.file = file;
        this.bytes = bytes;
        this.store = store;
        this.clock = clock;
        this.closed = closed;
        this.since = clock.instant();
    }

    /**
     * Takes up what an earlier attempt left.
     *
     * @param length how many bytes are known to be on disk
     * @param first when the first of them came in
     * @return false when they are not there: it has to begin anew
     */
    public boolean resume(long length, Instant first) throws IOException {
        if (bytes.length() < length) {
            return false;
        }
        clear();
        since = first;
        bytes.seek(0);
        byte[] buffer = new byte[BUFFER];
        while (size < length) {
            int read = bytes.read(buffer, 0, (int) Math.min(BUFFER, length - size));
            if (read < 0) {
                return false;
            }
            pass(buffer, 0, read);
        }
        return true;
    }

    /**
     * Bytes are about to come.
     *
     * @param offset 0 to begin anew, or as many as there are
     */
    public void begin(long offset) throws IOException {
        if (offset == 0) {
            clear();
            since = clock.instant();
        } else if (offset != size) {
            throw new IOException("%d bytes are there, not %d".formatted(size, offset));
        }
        store.requireRoom(0);
        bytes.setLength(offset);
        bytes.seek(offset);
    }

    public void write(byte[] from, int offset, int length) throws IOException {
        bytes.write(from, offset, length);
        pass(from, offset, length);
        if (size >= nextCheck) {
            store.requireRoom(0);
            nextCheck = size + ROOM_CHECK;
        }
    }

    /** What was written is on disk when this returns. */
    public void force() throws IOException {
        bytes.getFD().sync();
    }

    /** Bytes that are there. */
    public long size() {
        return size;
    }

    /** When the first of them came in. */
    public Instant since() {
        return since;
    }

    /** Whether its first bytes are those of a video, a picture or a sound; surely only from {@link #HEAD} bytes on. */
    public boolean isMedium() {
        return container().isPresent();
    }

    /** The bytes themselves, for what is no medium but is read. */
    public byte[] content(int most) throws IOException {
        byte[] content = new byte[(int) Math.min(most, size)];
        bytes.seek(0);
        bytes.readFully(content);
        return content;
    }

    /** @throws IllegalStateException when it is no medium */
    StagedMedium received() {
        ContainerFormat container = container().orElseThrow(() -> new IllegalStateException("not a medium"));
        return new StagedMedium(file, Sha256Digest.of(sha256()), size, container, since);
    }

    private Optional<ContainerFormat> container() {
        return size == 0
                ? Optional.empty()
                : ContainerFormat.of(Arrays.copyOf(head, (int) Math.min(size, head.length)));
    }

    private byte[] sha256() {
        try {
            return ((MessageDigest) sha256.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every Java can copy the state of SHA-256", e);
        }
    }

    private void clear() {
        sha256.reset();
        size = 0;
        nextCheck = ROOM_CHECK;
    }

    private void pass(byte[] from, int offset, int length) {
        if (size < head.length) {
            System.arraycopy(from, offset, head, (int) size, (int) Math.min(length, head.length - size));
        }
        sha256.update(from, offset, length);
        size += length;
    }

    /** The file stays. */
    @Override
    public void close() throws IOException {
        try {
            bytes.close();
        } finally {
            closed.run();
        }
    }
}
