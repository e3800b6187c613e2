package ma.balagh.analysis.coding;

import ma.balagh.analysis.packet.PacketTrack;
import org.jspecify.annotations.Nullable;

/**
 * Frames that carry nothing new, every so many frames: what remains where a lower frame rate was raised by repeating
 * frames, such as every fifth one from 24 to 30. In each period one frame is much smaller than all others, always the
 * same one.
 *
 * @param period frames from one to the next
 * @param repeated how many there are
 * @param strong whether nothing else is known to leave this rhythm
 */
record RepeatedFrames(int period, int repeated, boolean strong) {

    /** Of the next larger one of its period. */
    private static final double SMALL = 0.4;

    private static final int LONGEST_PERIOD = 26;

    /** So many times the rhythm must have had its chance. */
    private static final int LEAST = 10;

    /** Coders have rhythms of their own, of up to so many frames or multiples of it: B-frames and layers of quality. */
    private static final int OWN = 4;

    /** Conversions of nearly the same rate slip by a frame now and then: the rhythm is followed in parts of so many. */
    private static final int PART = 300;

    static @Nullable RepeatedFrames of(PacketTrack track) {
        int[] order = track.order();
        boolean reordered = track.reordered();
        for (int period = 2; period <= LONGEST_PERIOD && period * LEAST <= order.length; period++) {
            if (reordered && (period <= OWN || period % OWN == 0)) {
                continue;
            }
            RepeatedFrames found = with(track, order, period, reordered);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable RepeatedFrames with(PacketTrack track, int[] order, int period, boolean reordered) {
        int part = Math.max(1, PART / period) * period;
        int on = 0;
        int off = 0;
        for (int from = 0; from < order.length; from += part) {
            int to = Math.min(from + part, order.length);
            int most = 0;
            int others = 0;
            for (int phase = 0; phase < period; phase++) {
                int hits = 0;
                int misses = 0;
                for (int window = from + phase; window + period <= to; window += period) {
                    int smallest = smallest(track, order, window, period);
                    // With B-frames it may be either of the two frames that show the same.
                    boolean hit = smallest == 0 || smallest == 1 && reordered;
                    hits += hit ? 1 : 0;
                    misses += hit || smallest < 0 ? 0 : 1;
                }
                if (hits > most) {
                    most = hits;
                    others = misses;
                }
            }
            on += most;
            off += others;
        }
        int windows = order.length / period;
        boolean likely = on >= LEAST && on >= 0.6 * windows && off <= 0.1 * on;
        boolean strong = period > OWN && on >= 0.8 * windows && off <= 0.03 * on;
        return likely ? new RepeatedFrames(period, on, strong) : null;
    }

    /** Which frame of a period is by far the smallest; -1 where none is. */
    private static int smallest(PacketTrack track, int[] order, int from, int period) {
        int smallest = 0;
        int next = Integer.MAX_VALUE;
        for (int k = 1; k < period; k++) {
            int size = track.size(order[from + k]);
            int least = track.size(order[from + smallest]);
            if (size < least) {
                next = least;
                smallest = k;
            } else {
                next = Math.min(next, size);
            }
        }
        return track.size(order[from + smallest]) <= SMALL * next ? smallest : -1;
    }
}
