package ma.balagh.analysis.footage;

import java.util.Arrays;

/**
 * Pairs of similar frames of two media. Each is one word, so that sorting orders them by transformation, then by time
 * offset: {@code transformation (3 bits) · offset (29) · frame (12) · other frame (12) · distance (6)}.
 */
final class FrameHitList {

    /** Enough for any two media that move; two that stand still for long repeat themselves after it. */
    static final int LIMIT = 1 << 20;

    static final int MAX_DISTANCE = 63;

    private static final long OFFSET_BIAS = 1 << 28;

    private long[] hits = new long[256];
    private int size;

    void add(int transformation, int frame, int otherFrame, int distance) {
        if (size == LIMIT) {
            return;
        }
        if (size == hits.length) {
            hits = Arrays.copyOf(hits, 2 * size);
        }
        hits[size++] = (long) transformation << 59 | (long) frame << 18 | (long) otherFrame << 6 | distance;
    }

    /** Sorts them by their offsets, which are those of a medium that plays so many of the other's seconds in one. */
    void order(FrameTimeline mine, FrameTimeline other, double speed) {
        for (int k = 0; k < size; k++) {
            long offset = Math.round(other.millis()[otherFrame(k)] - speed * mine.millis()[frame(k)]);
            long biased = Math.clamp(offset + OFFSET_BIAS, 0, 2 * OFFSET_BIAS - 1);
            hits[k] = hits[k] & ~(0x1FFF_FFFFL << 30) | biased << 30;
        }
        Arrays.sort(hits, 0, size);
    }

    int size() {
        return size;
    }

    int transformation(int k) {
        return (int) (hits[k] >>> 59);
    }

    int offset(int k) {
        return (int) ((hits[k] >>> 30 & 0x1FFF_FFFF) - OFFSET_BIAS);
    }

    int frame(int k) {
        return (int) (hits[k] >>> 18 & 0xFFF);
    }

    int otherFrame(int k) {
        return (int) (hits[k] >>> 6 & 0xFFF);
    }

    int distance(int k) {
        return (int) (hits[k] & MAX_DISTANCE);
    }
}
