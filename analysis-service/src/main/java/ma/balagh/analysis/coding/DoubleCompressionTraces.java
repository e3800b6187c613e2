package ma.balagh.analysis.coding;

import java.util.Arrays;
import ma.balagh.analysis.packet.PacketTrack;
import org.jspecify.annotations.Nullable;

/**
 * Traces of former key frames: a frame that was a key frame in an earlier encoding was coded with other errors than its
 * neighbours, and costs more bytes in the next encoding (Vázquez-Padín et al. 2012, 'Detection of video double encoding
 * with GOP size estimation', who count the kinds of macroblocks; sizes are a weaker sign of the same). Only frames that
 * are predicted from earlier ones are analysed.
 *
 * @param distance frames from one trace to the next
 * @param frames how many traces there are
 * @param share of the places with that distance that have a trace, 0 to 1
 */
record DoubleCompressionTraces(int distance, int frames, double share) {

    /** Layers of quality come every 2, 4, 8 or 16 frames in an ordinary coding. */
    private static final int SHORTEST = 9;

    private static final int LONGEST = 130;
    private static final int LEAST = 5;

    /** Logarithm of the bytes of a trace, in parts of what the frames beside it have. */
    private static final double LARGER = Math.log(1.25);

    /** Standard errors above the others: some thousand distances and phases are tried. */
    private static final double STRONG = 7;

    private static final int BESIDE = 5;

    static @Nullable DoubleCompressionTraces of(PacketTrack track) {
        double[] excess = excess(track);
        int rule = KeyFrameSpacing.of(track).usual();
        DoubleCompressionTraces best = null;
        double strongest = STRONG;
        for (int distance = SHORTEST; distance <= Math.min(LONGEST, excess.length / LEAST); distance++) {
            boolean ofItsOwn = rule > 0 && (rule % distance == 0 || distance % rule == 0);
            if (ofItsOwn || distance == 16) {
                continue;
            }
            var phases = new Phases(excess, distance);
            for (int phase = 0; phase < distance; phase++) {
                double strength = phases.strength(phase);
                if (strength > strongest) {
                    strongest = strength;
                    best = new DoubleCompressionTraces(distance, phases.larger[phase], phases.share(phase));
                }
            }
        }
        return best;
    }

    /** Logarithm of each frame's size over the median of its neighbours'; not a number for what is no P-frame. */
    private static double[] excess(PacketTrack track) {
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

    /** The excess of all frames by their number's remainder after a distance. */
    private static final class Phases {

        private final double[] sums;
        private final int[] counts;
        private final int[] larger;
        private final int places;
        private double squares;

        Phases(double[] excess, int distance) {
            sums = new double[distance];
            counts = new int[distance];
            places = excess.length / distance;
            larger = new int[distance];
            for (int k = 0, phase = 0; k < excess.length; k++, phase = phase + 1 == distance ? 0 : phase + 1) {
                if (!Double.isNaN(excess[k])) {
                    // One scene change must not make a rhythm.
                    double value = Math.clamp(excess[k], -1.0, 1.0);
                    sums[phase] += value;
                    squares += value * value;
                    counts[phase]++;
                    larger[phase] += value > LARGER ? 1 : 0;
                }
            }
        }

        double share(int phase) {
            return (double) larger[phase] / counts[phase];
        }

        /** Standard errors by which the frames of a phase exceed the others; 0 where not most of them do. */
        double strength(int phase) {
            int count = counts[phase];
            int others = Arrays.stream(counts).sum() - count;
            int largerOthers = Arrays.stream(larger).sum() - larger[phase];
            if (count < Math.max(LEAST, places / 2)
                    || others < 4 * count
                    || share(phase) < 0.75
                    || largerOthers > 0.2 * others) {
                return 0;
            }
            double mean = (Arrays.stream(sums).sum() - sums[phase]) / others;
            double own = sums[phase] / count;
            double variance = (squares - count * own * own) / others - mean * mean;
            return (own - mean) / Math.sqrt(Math.max(variance, 1e-3)) * Math.sqrt(count);
        }
    }
}
