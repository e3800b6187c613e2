package ma.balagh.analysis.footage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * All footage of a ledger up to an entry, in one file.
 *
 * <p>Big-endian: {@link #MAGIC}, {@link #VERSION}, the ledger's id, the number of entries, sequence and evidence of the
 * last; each entry's sequence, evidence, number of parts, and their lengths and bytes; the CRC-32C of all before it.
 */
final class SnapshotFile {

    /** What a file says about itself, before anything else is read of it. */
    record Header(UUID ledger, int entries, FootageLedger.Position last) {}

    /** The file is not what it should be. */
    static final class Damaged extends IOException {

        private static final long serialVersionUID = 1;

        Damaged(String message) {
            super(message);
        }
    }

    /** "FOOTAGES" as ASCII. */
    private static final long MAGIC = 0x464F_4F54_4147_4553L;
    /** Grows with each change of what stands in the file, or of how footage is stored. */
    private static final int VERSION = 1;

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_PART = 1 << 28;

    private final Path file;
    private final Path unfinished;

    SnapshotFile(Path directory) {
        this.file = directory.resolve("footage.snapshot");
        this.unfinished = directory.resolve("footage.snapshot.part");
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Writes all of it, or nothing: a file of before stays until the new one is safe on disk. */
    void write(UUID ledger, FootageSnapshot snapshot) throws IOException {
        Files.createDirectories(file.getParent());
        try {
            writeUnfinished(ledger, snapshot);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private void writeUnfinished(UUID ledger, FootageSnapshot snapshot) throws IOException {
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            var checksum = new CRC32C();
            OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            var out = new DataOutputStream(new CheckedOutputStream(buffered, checksum));
            write(ledger, snapshot, out);
            out.writeLong(checksum.getValue());
            out.flush();
            channel.force(true);
        }
    }

    private static void write(UUID ledger, FootageSnapshot snapshot, DataOutputStream out) throws IOException {
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        write(ledger, out);
        out.writeInt(snapshot.entries().size());
        FootageSnapshot.Entry last = snapshot.entries().getLast();
        out.writeLong(last.sequence());
        write(last.evidenceId(), out);
        for (FootageSnapshot.Entry entry : snapshot.entries()) {
            out.writeLong(entry.sequence());
            write(entry.evidenceId(), out);
            List<byte[]> parts = snapshot.footage(entry).parts();
            out.writeInt(parts.size());
            for (byte[] part : parts) {
                out.writeInt(part.length);
                out.write(part);
            }
        }
    }

    private static void write(UUID id, DataOutputStream out) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    /** @throws Damaged when the file is of another kind or version, or was changed since it was written */
    Header header() throws IOException {
        requireIntact();
        try (DataInputStream in = open()) {
            return header(in);
        }
    }

    private void requireIntact() throws IOException {
        long length = Files.size(file) - Long.BYTES;
        var checksum = new CRC32C();
        try (InputStream in = Files.newInputStream(file)) {
            var checked = new CheckedInputStream(in, checksum);
            var buffer = new byte[BUFFER];
            for (long left = length; left > 0; ) {
                int read = checked.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new Damaged("it became shorter");
                }
                left -= read;
            }
            byte[] expected = in.readNBytes(Long.BYTES);
            if (length < 0 || ByteBuffer.wrap(expected).getLong() != checksum.getValue()) {
                throw new Damaged("its checksum is wrong");
            }
        }
    }

    private DataInputStream open() throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    private static Header header(DataInputStream in) throws IOException {
        if (in.readLong() != MAGIC) {
            throw new Damaged("it is no snapshot");
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new Damaged("it is of version %d, not %d".formatted(version, VERSION));
        }
        return new Header(id(in), in.readInt(), new FootageLedger.Position(in.readLong(), id(in)));
    }

    private static UUID id(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    /** All that is in it; its header has to be right. */
    FootageSnapshot read() throws IOException {
        try (DataInputStream in = open()) {
            int entries = header(in).entries();
            FootageSnapshot snapshot = FootageSnapshot.empty();
            for (int k = 0; k < entries; k++) {
                snapshot = snapshot.with(new FootageLedger.Entry(in.readLong(), id(in), Footage.of(parts(in))));
            }
            return snapshot;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new Damaged("it holds what is no footage: " + e);
        }
    }

    private static List<byte[]> parts(DataInputStream in) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            int length = in.readInt();
            if (length < 0 || length > LONGEST_PART) {
                throw new Damaged("a part of %d bytes".formatted(length));
            }
            parts.add(in.readNBytes(length));
        }
        return parts;
    }
}
