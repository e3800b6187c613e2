package ma.balagh.analysis.footage;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/**
 * What a segment says of one of its media: where in the file its parts are.
 *
 * @param firstKeyframe the number of its first keyframe in the segment
 * @param detailsAt where the bytes of its keyframes stand
 * @param detailsChecksum of these
 * @param fingerprintsAt where the bytes of its pictures' track stand, and behind them those of its insets
 */
record SegmentMedium(
        long sequence,
        UUID evidenceId,
        int firstKeyframe,
        long detailsAt,
        int details,
        int detailsChecksum,
        long fingerprintsAt,
        int whole,
        int insets) {

    static final int SIZE = 60;
    /** Where a medium's first keyframe stands. */
    private static final int FIRST_KEYFRAME = 24;

    byte[] toBytes() {
        return ByteBuffer.allocate(SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(sequence)
                .putLong(evidenceId.getMostSignificantBits())
                .putLong(evidenceId.getLeastSignificantBits())
                .putInt(firstKeyframe)
                .putLong(detailsAt)
                .putInt(details)
                .putInt(detailsChecksum)
                .putLong(fingerprintsAt)
                .putInt(whole)
                .putInt(insets)
                .array();
    }

    static SegmentMedium of(MemorySegment bytes, long at) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.asSlice(at, SIZE).toArray(ValueLayout.JAVA_BYTE))
                .order(ByteOrder.LITTLE_ENDIAN);
        return new SegmentMedium(
                buffer.getLong(),
                new UUID(buffer.getLong(), buffer.getLong()),
                buffer.getInt(),
                buffer.getLong(),
                buffer.getInt(),
                buffer.getInt(),
                buffer.getLong(),
                buffer.getInt(),
                buffer.getInt());
    }

    /** Of one of them, without reading the rest. */
    static int firstKeyframe(MemorySegment bytes, long at) {
        return bytes.get(InvertedIndex.INT, at + FIRST_KEYFRAME);
    }
}
