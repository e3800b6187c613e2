package ma.balagh.analysis.footage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import ma.balagh.analysis.feature.LocalFeatures;

/**
 * Writes a segment: its header, the details of its media, then what is read at each start: fingerprints, media,
 * keyframes, and the inverted index. The header is written last, so that half a file is none.
 */
final class SegmentWriter {

    /** Keyframes of one segment: a posting has two bytes for them. */
    static final int KEYFRAMES = 1 << 16;
    /** Media of one segment, and frames, so that what is written at once fits in memory. */
    private static final int MEDIA = 1 << 16;

    private static final int FRAMES = 1 << 20;

    /** Bytes of a keyframe: where its features stand, how many, and the size of its picture. */
    static final int KEYFRAME = Long.BYTES + 3 * Short.BYTES;

    private final FileChannel channel;
    private final ByteArrayOutputStream fingerprints = new ByteArrayOutputStream();
    private final ByteArrayOutputStream media = new ByteArrayOutputStream();
    private final ByteArrayOutputStream keyframes = new ByteArrayOutputStream();
    private final InvertedIndexBuilder postings = new InvertedIndexBuilder();
    private int keyframeCount;

    private SegmentWriter(FileChannel channel) {
        this.channel = channel;
    }

    /** Up to which medium a segment reaches that begins with this one. */
    static int end(FootageSnapshot snapshot, int first) {
        int keyframes = 0;
        int frames = 0;
        int end = first;
        while (end < snapshot.entries().size() && end - first < MEDIA) {
            keyframes += snapshot.table().ownKeyframes(end);
            frames += snapshot.frames(end);
            if (end > first && (keyframes > KEYFRAMES || frames > FRAMES)) {
                break;
            }
            end++;
        }
        return end;
    }

    /** Writes the media from {@code first} to before {@code end}; all is on disk when it returns. */
    static void write(Path file, UUID ledger, FootageSnapshot snapshot, int first, int end) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var writer = new SegmentWriter(channel);
            channel.position(SegmentHeader.SIZE);
            for (int entry = first; entry < end; entry++) {
                writer.add(snapshot.stored(entry));
            }
            writer.finish(ledger, snapshot, first, end);
        }
    }

    private void add(StoredFootage footage) throws IOException {
        byte[] whole = footage.parts().get(0);
        byte[] insets = footage.parts().get(1);
        byte[] details = footage.parts().get(2);
        long detailsAt = channel.position();
        var medium = new SegmentMedium(
                footage.sequence(),
                footage.evidenceId(),
                keyframeCount,
                detailsAt,
                details.length,
                checksum(details),
                fingerprints.size(),
                whole.length,
                insets.length);
        media.writeBytes(medium.toBytes());
        fingerprints.writeBytes(whole);
        fingerprints.writeBytes(insets);
        MediumKeyframes read = MediumKeyframes.of(details);
        List<LocalFeatures> sets = read.distinct();
        int[] places = read.distinctAt();
        for (int k = 0; k < places.length; k++) {
            postings.add(keyframeCount++, sets.get(k));
            keyframes.writeBytes(keyframe(detailsAt + places[k], sets.get(k)));
        }
        write(details);
    }

    private static byte[] keyframe(long at, LocalFeatures set) {
        return ByteBuffer.allocate(KEYFRAME)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(at)
                .putShort((short) set.size())
                .putShort((short) set.width())
                .putShort((short) set.height())
                .array();
    }

    private void finish(UUID ledger, FootageSnapshot snapshot, int first, int end) throws IOException {
        long fingerprintsAt = channel.position();
        long mediaAt = fingerprintsAt + fingerprints.size();
        long keyframesAt = mediaAt + media.size();
        long postingsAt = keyframesAt + keyframes.size();
        var checksum = new CRC32C();
        for (byte[] part :
                List.of(fingerprints.toByteArray(), media.toByteArray(), keyframes.toByteArray(), postings.built())) {
            checksum.update(part);
            write(part);
        }
        var header = new SegmentHeader(
                ledger,
                first,
                end - first,
                first == 0 ? SegmentHeader.NOTHING : snapshot.position(first - 1),
                snapshot.position(end - 1),
                keyframeCount,
                postings.features(),
                fingerprintsAt,
                mediaAt,
                keyframesAt,
                postingsAt,
                channel.position(),
                (int) checksum.getValue());
        channel.force(true);
        channel.position(0);
        write(header.toBytes());
        channel.force(true);
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    static int checksum(byte[] bytes) {
        var checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
