package ma.balagh.analysis.structure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.LongStream;
import ma.balagh.analysis.box.BoundedFileReader;
import ma.balagh.analysis.box.IsoBox;
import ma.balagh.analysis.box.IsoBoxes;

/**
 * How many samples the tables of a track state (ISO/IEC 14496-12, 8.6.1 and 8.7), each table for itself. -1 where there
 * is no such table, or one that is longer than is read.
 *
 * @param sized by {@code stsz} or {@code stz2}
 * @param timed by {@code stts}
 * @param placed by {@code stsc} and {@code stco} or {@code co64}
 * @param units of time that they last by {@code stts}
 * @param delay units of time after which the first is shown by {@code ctts}; 0 where there is no such table
 */
public record SampleCounts(long sized, long timed, long placed, long units, long delay) {

    static final SampleCounts NONE = new SampleCounts(-1, -1, -1, -1, 0);

    /** Pictures by which the order of the file and that of showing differ at most (ITU-T H.264, H.265). */
    private static final int REORDERED = 16;

    /** Some hours of pictures that each last differently long. */
    private static final int LONGEST = BoundedFileReader.LARGEST;

    private static final int HEADER = 8;

    /** Counts that are off by this much are a writer's rounding. */
    private static final long SLIP = 2;

    private static final double SLIP_PART = 0.01;

    static SampleCounts of(BoundedFileReader bytes, IsoBoxes table) throws IOException {
        Runs times = times(bytes, table.first("stts"));
        return new SampleCounts(
                sized(bytes, table),
                times.samples(),
                placed(bytes, table),
                times.units(),
                delay(bytes, table.first("ctts"), times));
    }

    private static long delay(BoundedFileReader bytes, Optional<IsoBox> ctts, Runs times) throws IOException {
        ByteBuffer first =
                ctts.isEmpty() ? ByteBuffer.allocate(0) : bytes.at(ctts.get().body(), HEADER + 8);
        if (first.remaining() < HEADER + 8 || times.samples() < 1) {
            return 0;
        }
        return Math.clamp(first.getInt(HEADER + 4), 0, REORDERED * (times.units() / times.samples()));
    }

    /** The most that any table states; -1 where none does. */
    public long stated() {
        return counts().max().orElse(-1);
    }

    /** Whether two tables state different numbers, by more than a writer's slip. */
    boolean contradict() {
        long least = counts().min().orElse(-1);
        long most = stated();
        return most - least > Math.max(SLIP, most * SLIP_PART);
    }

    private LongStream counts() {
        return LongStream.of(sized, timed, placed).filter(count -> count >= 0);
    }

    private static long sized(BoundedFileReader bytes, IsoBoxes table) throws IOException {
        Optional<IsoBox> box = table.first("stsz").or(() -> table.first("stz2"));
        return box.isEmpty() ? -1 : number(bytes.at(box.get().body(), HEADER + 4), HEADER);
    }

    private record Runs(long samples, long units) {}

    private static Runs times(BoundedFileReader bytes, Optional<IsoBox> stts) throws IOException {
        ByteBuffer body = body(bytes, stts, 8);
        if (!body.hasRemaining()) {
            return new Runs(-1, -1);
        }
        double samples = 0;
        double units = 0;
        for (int at = HEADER; at + 8 <= body.limit(); at += 8) {
            double count = number(body, at);
            samples += count;
            units += count * number(body, at + 4);
        }
        return new Runs((long) samples, (long) units);
    }

    private static long placed(BoundedFileReader bytes, IsoBoxes table) throws IOException {
        Optional<IsoBox> places = table.first("stco").or(() -> table.first("co64"));
        ByteBuffer body = body(bytes, table.first("stsc"), 12);
        double total = places.isEmpty() ? -1 : number(bytes.at(places.get().body(), HEADER), 4);
        if (total < 0 || !body.hasRemaining()) {
            return -1;
        }
        double samples = 0;
        for (int at = HEADER; at + 12 <= body.limit(); at += 12) {
            double from = number(body, at);
            double to = at + 24 <= body.limit() ? Math.min(number(body, at + 12), total + 1) : total + 1;
            samples += Math.max(0, to - from) * number(body, at + 4);
        }
        return (long) samples;
    }

    /** A table with all entries that it claims and has; nothing where that is more than is read. */
    private static ByteBuffer body(BoundedFileReader bytes, Optional<IsoBox> table, int entry) throws IOException {
        if (table.isEmpty() || table.get().length() < HEADER || table.get().length() > LONGEST) {
            return ByteBuffer.allocate(0);
        }
        ByteBuffer body = bytes.at(table.get().body(), table.get().length());
        if (body.remaining() < HEADER) {
            return ByteBuffer.allocate(0);
        }
        long end = HEADER + entry * number(body, 4);
        return body.limit((int) Math.min(body.limit(), end));
    }

    private static long number(ByteBuffer body, int at) {
        return body.limit() < at + 4 ? -1 : Integer.toUnsignedLong(body.getInt(at));
    }
}
