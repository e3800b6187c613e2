package ma.balagh.analysis.footage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * What a file of a segment says about itself, in its first bytes.
 *
 * @param ledger the database of which it is
 * @param firstEntry how many media stand before it
 * @param entries how many it holds
 * @param before the last medium before it
 * @param last the last one that it holds
 * @param keyframes with features of their own
 * @param features of all of them
 * @param fingerprintsAt where the details of its media end and their fingerprints begin
 * @param mediaAt where its media begin
 * @param keyframesAt where its keyframes begin
 * @param postingsAt where its inverted index begins, which reaches to the end
 * @param end how long the file is
 * @param checksum of all from the fingerprints on
 */
record SegmentHeader(
        UUID ledger,
        int firstEntry,
        int entries,
        FootagePosition before,
        FootagePosition last,
        int keyframes,
        int features,
        long fingerprintsAt,
        long mediaAt,
        long keyframesAt,
        long postingsAt,
        long end,
        int checksum) {

    /** Bytes of a header. */
    static final int SIZE = 192;

    /** Before the first medium. */
    static final FootagePosition NOTHING = new FootagePosition(0, new UUID(0, 0));

    /** "FOOTAGES" as ASCII. */
    private static final long MAGIC = 0x464F_4F54_4147_4553L;
    /** To be raised when the layout of the file, the bytes of stored footage, or the sketches of features change. */
    private static final int VERSION = 2;

    int endEntry() {
        return firstEntry + entries;
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(MAGIC).putInt(VERSION);
        put(ledger, bytes);
        bytes.putInt(firstEntry).putInt(entries);
        put(before, bytes);
        put(last, bytes);
        bytes.putInt(keyframes).putInt(features);
        bytes.putLong(fingerprintsAt).putLong(mediaAt).putLong(keyframesAt).putLong(postingsAt);
        bytes.putLong(end).putInt(checksum);
        bytes.putInt(SIZE - Integer.BYTES, checksum(bytes.array()));
        return bytes.array();
    }

    private static void put(FootagePosition position, ByteBuffer bytes) {
        bytes.putLong(position.sequence());
        put(position.evidenceId(), bytes);
    }

    private static void put(UUID id, ByteBuffer bytes) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    /** @throws DamagedSegmentException when they are of no segment, or of another version, or were changed */
    static SegmentHeader of(byte[] header) throws DamagedSegmentException {
        ByteBuffer bytes = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        if (header.length != SIZE || bytes.getLong() != MAGIC) {
            throw new DamagedSegmentException("it is no segment");
        }
        int version = bytes.getInt();
        if (version != VERSION) {
            throw new DamagedSegmentException("it is of version %d, not %d".formatted(version, VERSION));
        }
        if (bytes.getInt(SIZE - Integer.BYTES) != checksum(header)) {
            throw new DamagedSegmentException("its header's checksum is wrong");
        }
        return new SegmentHeader(
                id(bytes),
                bytes.getInt(),
                bytes.getInt(),
                position(bytes),
                position(bytes),
                bytes.getInt(),
                bytes.getInt(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getInt());
    }

    private static int checksum(byte[] header) {
        var checksum = new CRC32C();
        checksum.update(header, 0, SIZE - Integer.BYTES);
        return (int) checksum.getValue();
    }

    private static FootagePosition position(ByteBuffer bytes) {
        return new FootagePosition(bytes.getLong(), id(bytes));
    }

    private static UUID id(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
