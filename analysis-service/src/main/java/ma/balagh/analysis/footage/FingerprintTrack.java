package ma.balagh.analysis.footage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.footage.PictureAlignment.Rectangle;

/**
 * Fingerprints of one area of the picture through time: of all of it, or of a picture that stands within it.
 *
 * @param words of the fingerprints, four each
 * @param areas for each frame which part of the picture it is; one for all frames where there is only one
 */
@SuppressWarnings("ArrayRecordComponent") // Flat arrays for the scan; never compared as records.
record FingerprintTrack(FrameTimeline timeline, long[] words, List<Rectangle> areas) {

    /** Words of a fingerprint. */
    static final int WORDS = 4;

    private static final int HEADER = Long.BYTES + Integer.BYTES + 1;
    private static final int FRAME = 2 * Integer.BYTES + WORDS * Long.BYTES;
    private static final int AREA = 4;
    /** Of the picture's width or height, in which areas are stored. */
    private static final double GRAIN = 255;

    FingerprintTrack {
        if (words.length != WORDS * timeline.size()) {
            throw new IllegalArgumentException("%d words for %d frames".formatted(words.length, timeline.size()));
        }
        areas = List.copyOf(areas);
    }

    int size() {
        return timeline.size();
    }

    Rectangle area(int frame) {
        return areas.get(areas.size() == 1 ? 0 : frame);
    }

    /** In how many bits a frame differs from a fingerprint that stands elsewhere. */
    int distance(int frame, long[] others, int other) {
        int distance = 0;
        for (int w = 0; w < WORDS; w++) {
            distance += Long.bitCount(words[frame * WORDS + w] ^ others[other * WORDS + w]);
        }
        return distance;
    }

    /** Half as many frames: what is known needs fewer than what is asked about, as long as one of them looks often. */
    FingerprintTrack thinned() {
        FrameTimeline kept = timeline.thinned();
        var keptWords = new long[WORDS * kept.size()];
        List<Rectangle> keptAreas = new ArrayList<>();
        for (int k = 0; k < kept.size(); k++) {
            System.arraycopy(words, 2 * k * WORDS, keptWords, k * WORDS, WORDS);
            if (areas.size() > 1) {
                keptAreas.add(area(2 * k));
            }
        }
        return new FingerprintTrack(kept, keptWords, areas.size() > 1 ? keptAreas : areas);
    }

    /**
     * As it is stored: big-endian; duration, interval, whether each frame has an area, then time, run, fingerprint and
     * area of each frame. A plain frame's run has all its bits turned.
     */
    byte[] toBytes() {
        boolean withAreas = !areas.equals(List.of(Rectangle.ALL));
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + size() * (FRAME + (withAreas ? AREA : 0)));
        buffer.putLong(timeline.durationMillis()).putInt(timeline.intervalMillis());
        buffer.put((byte) (withAreas ? 1 : 0));
        for (int k = 0; k < size(); k++) {
            int run = timeline.runs()[k];
            buffer.putInt(timeline.millis()[k]).putInt(timeline.plain()[k] ? ~run : run);
            for (int w = 0; w < WORDS; w++) {
                buffer.putLong(words[k * WORDS + w]);
            }
            if (withAreas) {
                Rectangle area = area(k);
                buffer.put(grains(area.left())).put(grains(area.top()));
                buffer.put(grains(area.right())).put(grains(area.bottom()));
            }
        }
        return buffer.array();
    }

    private static byte grains(double share) {
        return (byte) Math.round(share * GRAIN);
    }

    static FingerprintTrack of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long duration = buffer.getLong();
        int interval = buffer.getInt();
        boolean withAreas = buffer.get() == 1;
        int size = buffer.remaining() / (FRAME + (withAreas ? AREA : 0));
        var millis = new int[size];
        var runs = new int[size];
        var plain = new boolean[size];
        var words = new long[size * WORDS];
        List<Rectangle> areas = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            millis[k] = buffer.getInt();
            int run = buffer.getInt();
            plain[k] = run < 0;
            runs[k] = run < 0 ? ~run : run;
            for (int w = 0; w < WORDS; w++) {
                words[k * WORDS + w] = buffer.getLong();
            }
            if (withAreas) {
                areas.add(new Rectangle(share(buffer), share(buffer), share(buffer), share(buffer)));
            }
        }
        var timeline = new FrameTimeline(duration, interval, millis, runs, plain);
        return new FingerprintTrack(timeline, words, withAreas ? areas : List.of(Rectangle.ALL));
    }

    private static double share(ByteBuffer buffer) {
        return Byte.toUnsignedInt(buffer.get()) / GRAIN;
    }
}
