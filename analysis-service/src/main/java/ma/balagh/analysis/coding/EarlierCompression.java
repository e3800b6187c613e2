package ma.balagh.analysis.coding;

import java.util.Arrays;
import ma.balagh.analysis.packet.Track;
import org.jspecify.annotations.Nullable;

/**
 * Traces of key frames that are none any more: what was a key frame in an earlier coding was coded with other errors
 * than the frames beside it and costs more bytes in the next one (Vázquez-Padín et al. 2012, 'Detection of video double
 * encoding with GOP size estimation', who count the kinds of macroblocks; sizes are a weaker sign of the same). Only
 * frames that are predicted from earlier ones are looked at.
 *
 * @param distance frames from one trace to the next
 * @param frames how many traces there are
 * @param share of the places with that distance that have a trace, 0 to 1
 */
record EarlierCompression(int distance, int frames, double share) {

    /** Layers of quality come every 2, 4, 8 or 16 frames in an ordinary coding. */
    private static final int SHORTEST = 9;

    private static final int LONGEST = 130;
    private static final int LEAST = 5;

    /** Bytes of a trace, in parts of what the frames beside it have. */
    private static final double LARGER = 1.25;

    /** Standard errors above the others: some thousand distances and phases are tried. */
    private static final double STRONG = 7;

    private static final int BESIDE = 5;

    static @Nullable EarlierCompression of(Track track) {
        double[] excess = excess(track);
        int rule = KeyFrames.of(track).usual();
        EarlierCompression best = null;
        double strongest = STRONG;
        for (int distance = SHORTEST; distance <= Math.min(LONGEST, excess.length / LEAST); distance++) {
            boolean ofItsOwn = rule > 0 && (rule % distance == 0 || distance % rule == 0);
            if (ofItsOwn || distance == 16) {
                continue;
            }
            for (int phase = 0; phase < distance; phase++) {
                double strength = strength(excess, distance, phase);
                if (strength > strongest) {
                    strongest = strength;
                    best = at(excess, distance, phase);
                }
            }
        }
        return best;
    }

    /** Logarithm of each frame's size over the median of its neighbours'; not a number for what is no P-frame. */
    private static double[] excess(Track track) {
        int[] order = track.order();
        boolean[] predicted = new boolean[order.length];
        int last = -1;
        for (int k = 0; k < order.length; k++) {
            // A frame that is stored after one that is shown later is a B-frame.
            predicted[k] = order[k] > last && !track.key(order[k]) && isAfterAllShownBefore(order, k);
            last = Math.max(last, order[k]);
        }
        double[] excess = new double[order.length];
        double[] beside = new double[2 * BESIDE];
        for (int k = 0; k < order.length; k++) {
            int count = 0;
            for (int other = Math.max(0, k - BESIDE); other <= Math.min(order.length - 1, k + BESIDE); other++) {
                if (other != k && predicted[other]) {
                    beside[count++] = track.size(order[other]);
                }
            }
            Arrays.sort(beside, 0, count);
            boolean known = predicted[k] && count >= BESIDE && beside[count / 2] > 0 && track.size(order[k]) > 0;
            excess[k] = known ? Math.log(track.size(order[k]) / beside[count / 2]) : Double.NaN;
        }
        return excess;
    }

    private static boolean isAfterAllShownBefore(int[] order, int k) {
        return k + 1 == order.length || order[k + 1] > order[k];
    }

    private static double strength(double[] excess, int distance, int phase) {
        double on = 0;
        int count = 0;
        int larger = 0;
        double rest = 0;
        double squares = 0;
        int others = 0;
        int largerOthers = 0;
        for (int k = 0, at = Math.floorMod(-phase, distance); k < excess.length; k++, at++) {
            if (at == distance) {
                at = 0;
            }
            double value = excess[k];
            if (Double.isNaN(value)) {
                continue;
            }
            // One scene change must not make a rhythm.
            value = Math.clamp(value, -1.0, 1.0);
            boolean isLarger = value > Math.log(LARGER);
            if (at == 0) {
                on += value;
                count++;
                larger += isLarger ? 1 : 0;
            } else {
                rest += value;
                squares += value * value;
                others++;
                largerOthers += isLarger ? 1 : 0;
            }
        }
        if (count < LEAST || others < 4 * count || larger < 0.75 * count || largerOthers > 0.2 * others) {
            return 0;
        }
        double mean = rest / others;
        double deviation = Math.sqrt(Math.max(squares / others - mean * mean, 1e-3));
        return (on / count - mean) / deviation * Math.sqrt(count);
    }

    private static EarlierCompression at(double[] excess, int distance, int phase) {
        int places = 0;
        int traces = 0;
        for (int k = phase; k < excess.length; k += distance) {
            if (!Double.isNaN(excess[k])) {
                places++;
                traces += excess[k] > Math.log(LARGER) ? 1 : 0;
            }
        }
        return new EarlierCompression(distance, traces, (double) traces / places);
    }
}
