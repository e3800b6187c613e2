package ma.balagh.analysis.footage;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Function;
import java.util.zip.CRC32C;
import ma.balagh.analysis.feature.LocalFeatures;
import org.jboss.logging.Logger;

/**
 * Media that follow each other in the index, mapped from a file that never changes; replicas on one node share its pages.
 * It stays mapped as long as anybody holds it, also when the file was deleted meanwhile.
 *
 * <p>What searching needs was checked when it was opened. The details of a medium are checked before they are first used;
 * those that are damaged are read from the database instead.
 */
final class FootageSegmentReader implements FeatureStore {

    private static final Logger LOG = Logger.getLogger(FootageSegmentReader.class);

    private static final int INTACT = 1;
    private static final int DAMAGED = 2;
    private static final int CHUNK = 1 << 26;

    private final Path file;
    private final SegmentHeader header;
    private final MemorySegment bytes;
    private final InvertedIndex postings;
    private final Function<UUID, MediumKeyframes> database;
    /** For each medium whether its details are known to be intact, or damaged. */
    private final AtomicIntegerArray states;

    private final ConcurrentHashMap<Integer, MediumKeyframes> replacements = new ConcurrentHashMap<>();

    private FootageSegmentReader(
            Path file, SegmentHeader header, MemorySegment bytes, Function<UUID, MediumKeyframes> database) {
        this.file = file;
        this.header = header;
        this.bytes = bytes;
        this.postings = new InvertedIndex(
                bytes.asSlice(header.postingsAt(), header.end() - header.postingsAt()), header.features());
        this.database = database;
        this.states = new AtomicIntegerArray(header.entries());
    }

    /**
     * Maps a file.
     *
     * @param database gives the keyframes of a medium whose details are damaged
     * @throws DamagedSegmentException when the file is of another kind or version, or was changed since it was written
     */
    static FootageSegmentReader open(Path file, Function<UUID, MediumKeyframes> database) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer first = ByteBuffer.allocate(SegmentHeader.SIZE);
            while (first.hasRemaining() && channel.read(first) >= 0) {
                // Reads on.
            }
            SegmentHeader header = SegmentHeader.of(first.array());
            if (channel.size() != header.end()) {
                throw new DamagedSegmentException(
                        "it is %d bytes long, not %d".formatted(channel.size(), header.end()));
            }
            MemorySegment bytes = channel.map(MapMode.READ_ONLY, 0, header.end(), Arena.ofAuto());
            if (checksum(bytes, header.fingerprintsAt(), header.end()) != header.checksum()) {
                throw new DamagedSegmentException("its checksum is wrong");
            }
            return new FootageSegmentReader(file, header, bytes, database);
        }
    }

    private static int checksum(MemorySegment bytes, long from, long to) {
        var checksum = new CRC32C();
        for (long at = from; at < to; at += CHUNK) {
            checksum.update(bytes.asSlice(at, Math.min(CHUNK, to - at)).asByteBuffer());
        }
        return (int) checksum.getValue();
    }

    Path file() {
        return file;
    }

    SegmentHeader header() {
        return header;
    }

    /** A medium as it is stored, by its place in the index. */
    StoredFootage stored(int entry) {
        SegmentMedium medium = medium(entry);
        long at = header.fingerprintsAt() + medium.fingerprintsAt();
        byte[] details = isIntact(entry)
                ? bytes(medium.detailsAt(), medium.details())
                : replacement(entry).toBytes();
        return new StoredFootage(
                medium.sequence(),
                medium.evidenceId(),
                List.of(bytes(at, medium.whole()), bytes(at + medium.whole(), medium.insets()), details));
    }

    /** What has to be in memory of a medium: all but its keyframes. */
    FootageEntry withoutDetails(int entry) {
        SegmentMedium medium = medium(entry);
        long at = header.fingerprintsAt() + medium.fingerprintsAt();
        byte[] insets = bytes(at + medium.whole(), medium.insets());
        return new FootageEntry(
                medium.sequence(),
                medium.evidenceId(),
                new MediumFootage(
                        FingerprintTrack.of(bytes(at, medium.whole())),
                        MediumFootage.insets(insets),
                        MediumKeyframes.NONE));
    }

    private byte[] bytes(long at, int length) {
        return bytes.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
    }

    private SegmentMedium medium(int entry) {
        return SegmentMedium.of(bytes, mediumAt(entry - header.firstEntry()));
    }

    private long mediumAt(int medium) {
        return header.mediaAt() + (long) medium * SegmentMedium.SIZE;
    }

    @Override
    public int firstEntry() {
        return header.firstEntry();
    }

    @Override
    public int endEntry() {
        return header.endEntry();
    }

    @Override
    public int keyframes() {
        return header.keyframes();
    }

    @Override
    public int firstKeyframe(int entry) {
        return entry == endEntry()
                ? header.keyframes()
                : SegmentMedium.firstKeyframe(bytes, mediumAt(entry - header.firstEntry()));
    }

    @Override
    public int entry(int keyframe) {
        int low = firstEntry();
        int high = endEntry() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstKeyframe(middle) <= keyframe) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public LocalFeatures features(int keyframe) {
        int entry = entry(keyframe);
        if (!isIntact(entry)) {
            return replacement(entry).distinct().get(keyframe - firstKeyframe(entry));
        }
        long at = header.keyframesAt() + (long) keyframe * SegmentWriter.KEYFRAME;
        ByteBuffer keyframeBytes =
                ByteBuffer.wrap(bytes(at, SegmentWriter.KEYFRAME)).order(ByteOrder.LITTLE_ENDIAN);
        long features = keyframeBytes.getLong();
        int count = keyframeBytes.getShort();
        int width = keyframeBytes.getShort();
        int height = keyframeBytes.getShort();
        return MediumKeyframes.set(
                ByteBuffer.wrap(bytes(features, MediumKeyframes.bytes(count))), width, height, count);
    }

    @Override
    public MediumKeyframes keyframesOf(int entry) {
        SegmentMedium medium = medium(entry);
        return isIntact(entry) ? MediumKeyframes.of(bytes(medium.detailsAt(), medium.details())) : replacement(entry);
    }

    @Override
    public void look(FeatureLookupTable lookups, CandidateVoteCounter ballot) {
        postings.look(lookups, ballot);
    }

    private boolean isIntact(int entry) {
        int number = entry - header.firstEntry();
        if (states.get(number) == 0) {
            SegmentMedium medium = medium(entry);
            boolean isIntact = checksum(bytes, medium.detailsAt(), medium.detailsAt() + medium.details())
                    == medium.detailsChecksum();
            if (states.compareAndSet(number, 0, isIntact ? INTACT : DAMAGED) && !isIntact) {
                giveUp(medium.evidenceId());
            }
        }
        return states.get(number) == INTACT;
    }

    /** The next start reads all of it from the database. */
    private void giveUp(UUID evidenceId) {
        LOG.errorf(
                "%s is damaged and deleted; details of %s are read from the database", file.getFileName(), evidenceId);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf(e, "%s could not be deleted", file.getFileName());
        }
    }

    private MediumKeyframes replacement(int entry) {
        return replacements.computeIfAbsent(
                entry, number -> database.apply(medium(number).evidenceId()));
    }
}
