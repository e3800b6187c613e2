package ma.balagh.analysis.packet;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The packets of a film's track, as the tables in its description name them (ISO/IEC 14496-12, 8.6 and 8.7). Bodies
 * of boxes, each with its version and flags.
 *
 * @param durations {@code stts}
 * @param offsets {@code ctts}; null where packets are shown in the order of the file
 * @param keys {@code stss}; null for sound, of which each packet can be decoded for itself
 * @param sizes {@code stsz}
 * @param chunks {@code stsc}
 * @param places {@code stco} or {@code co64}
 * @param wide whether it is {@code co64}
 */
public record SampleTable(
        ByteBuffer durations,
        @Nullable ByteBuffer offsets,
        @Nullable ByteBuffer keys,
        ByteBuffer sizes,
        ByteBuffer chunks,
        ByteBuffer places,
        boolean wide) {

    private static final int HEADER = 8;

    /**
     * What a track's media say of themselves.
     *
     * @param scale units of time in a second
     * @param units that they last
     */
    public record Head(long scale, long units) {

        /** Rounded to microseconds, as ffprobe writes them. */
        double seconds(long units) {
            return Math.rint(1e6 * units / scale) / 1e6;
        }
    }

    /** Where the film's own time begins in that of the track, and ends, in the track's units. */
    public record Edit(long from, long to) {}

    /**
     * What the tables say.
     *
     * @param seconds that the packets last which are played
     * @param first where the first packet lies in the file
     * @param firstSize its bytes
     */
    public record Read(double seconds, long first, int firstSize) {}

    /**
     * Packets in seconds from where the edit begins.
     *
     * @param head what the track's media say of themselves
     * @param fileSize within which each packet has to lie
     * @param packets where they are added, as those of this stream
     * @return nothing where the tables contradict each other or the head, packets last differently long (FFmpeg corrects
     *     some of these times), or the edit hides one which is more than what a coder of sound begins with
     * @throws IndexOutOfBoundsException where a table is cut off
     */
    public Optional<Read> read(Head head, Edit edit, long fileSize, MediumPackets packets, int stream) {
        int count = sizes.getInt(HEADER);
        if (sizes.getInt(4) != 0 || count < 1 || count > MediumPackets.MOST / 2 || !isWithin(count, fileSize)) {
            return Optional.empty();
        }
        var duration = new Runs(durations);
        var offset = offsets == null ? null : new Runs(offsets);
        int usual = duration.peek();
        int nextKey = 0;
        long at = 0;
        long hidden = 0;
        long earliest = Long.MAX_VALUE;
        for (int k = 0; k < count; k++) {
            long shown = at + (offset == null ? 0 : offset.next());
            int length = duration.next();
            boolean key = keys == null || nextKey < keys.getInt(4) && keys.getInt(HEADER + 4 * nextKey) == k + 1;
            nextKey += key ? 1 : 0;
            boolean isUsual = length == usual || keys == null && k == count - 1 && length < usual;
            if (length <= 0 || !isUsual || shown < at || shown >= edit.to() || k == 0 && !key) {
                return Optional.empty();
            }
            at += length;
            if (keys == null && at <= edit.from()) {
                hidden = at;
                continue;
            }
            PacketTrack track = packets.trackToFill(stream);
            if (track == null) {
                return Optional.empty();
            }
            earliest = Math.min(earliest, shown);
            track.add(
                    head.seconds(shown - edit.from()),
                    head.seconds(at - length - edit.from()),
                    head.seconds(length),
                    sizes.getInt(12 + 4 * k),
                    key);
        }
        boolean whole = duration.isSpent()
                && (offset == null || offset.isSpent())
                && (keys == null || nextKey == keys.getInt(4))
                && earliest == edit.from()
                && at == head.units();
        long played = Math.min(at - hidden, edit.to() - edit.from());
        return whole ? Optional.of(new Read(head.seconds(played), place(0), sizes.getInt(12))) : Optional.empty();
    }

    private long place(int chunk) {
        return wide ? places.getLong(HEADER + 8 * chunk) : Integer.toUnsignedLong(places.getInt(HEADER + 4 * chunk));
    }

    /** Whether the chunks have so many packets, and all of them lie in the file. */
    private boolean isWithin(int count, long fileSize) {
        int total = places.getInt(4);
        int entries = chunks.getInt(4);
        int packet = 0;
        for (int chunk = 0, entry = 0; chunk < total && entries > 0; chunk++) {
            if (entry + 1 < entries && chunks.getInt(HEADER + 12 * (entry + 1)) == chunk + 1) {
                entry++;
            }
            int packetsHere = chunks.getInt(HEADER + 12 * entry + 4);
            if (packetsHere < 1 || packetsHere > count - packet || place(chunk) < 0) {
                return false;
            }
            long end = place(chunk);
            for (int k = 0; k < packetsHere; k++) {
                int size = sizes.getInt(12 + 4 * packet++);
                if (size < 1) {
                    return false;
                }
                end += size;
            }
            if (end > fileSize) {
                return false;
            }
        }
        return packet == count && total > 0 && chunks.getInt(HEADER) == 1;
    }

    /** A table of how often which value follows. */
    private static final class Runs {

        private final ByteBuffer table;
        private final int entries;
        private int entry;
        private int taken;

        Runs(ByteBuffer table) {
            this.table = table;
            this.entries = table.getInt(4);
        }

        int peek() {
            return table.getInt(HEADER + 4);
        }

        /** −1 behind the last one, and where a run is empty. */
        int next() {
            if (entry >= entries || table.getInt(HEADER + 8 * entry) < 1) {
                return -1;
            }
            int value = table.getInt(HEADER + 8 * entry + 4);
            if (++taken == table.getInt(HEADER + 8 * entry)) {
                entry++;
                taken = 0;
            }
            return value;
        }

        boolean isSpent() {
            return entry == entries;
        }
    }
}
