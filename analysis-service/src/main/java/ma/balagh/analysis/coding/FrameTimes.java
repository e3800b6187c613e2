package ma.balagh.analysis.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import ma.balagh.analysis.packet.PacketTrack;
import ma.balagh.analysis.packet.TimeSpan;

/**
 * When frames are shown.
 *
 * @param frames how many have a time
 * @param distance seconds between two frames, as a rule
 * @param shortest distance
 * @param longest distance
 * @param steady share of the distances that are the usual one, 0 to 1
 * @param repeated how many frames have the time of another one
 * @param holes distances of several frames, except the first: a recorder's first frame often stands longer
 * @param restarts seconds at which the clock starts anew
 */
record FrameTimes(
        int frames,
        double distance,
        double shortest,
        double longest,
        double steady,
        int repeated,
        List<TimeSpan> holes,
        List<Double> restarts) {

    /** Below it two times are the same: containers count at least in milliseconds. */
    private static final double SAME = 0.0006;

    /** Matroska, WebM and FLV round to milliseconds. */
    private static final double ROUNDING = 0.0015;

    /** Seconds by which a clock that goes back starts anew; reordered frames go back by less. */
    private static final double BACK = 1.0;

    private static final int MOST_PLACES = 100;

    /** @param whole how many packets, from the first, are followed by all that is shown before them */
    static FrameTimes of(PacketTrack track, int whole) {
        int[] order = track.order();
        double[] distances = new double[Math.max(0, order.length - 1)];
        int count = 0;
        int repeated = 0;
        for (int k = 1; k < order.length; k++) {
            double distance = track.shown(order[k]) - track.shown(order[k - 1]);
            if (distance < SAME) {
                repeated++;
            } else {
                distances[count++] = distance;
            }
        }
        double[] sorted = Arrays.copyOf(distances, count);
        Arrays.sort(sorted);
        double usual = count == 0 ? 0 : sorted[count / 2];
        DoubleSummaryStatistics steady = Arrays.stream(sorted)
                .filter(distance -> Math.abs(distance - usual) <= Math.max(ROUNDING, usual / 10))
                .summaryStatistics();
        return new FrameTimes(
                order.length,
                steady.getAverage(),
                count == 0 ? 0 : sorted[0],
                count == 0 ? 0 : sorted[count - 1],
                count == 0 ? 0 : (double) steady.getCount() / count,
                repeated,
                holes(track, order, usual, whole),
                restarts(track));
    }

    private static List<TimeSpan> holes(PacketTrack track, int[] order, double usual, int whole) {
        List<TimeSpan> holes = new ArrayList<>();
        for (int k = 2; k < order.length && holes.size() < MOST_PLACES; k++) {
            double from = track.shown(order[k - 1]);
            double to = track.shown(order[k]);
            if (to - from > 1.7 * usual + ROUNDING && order[k] < whole) {
                holes.add(new TimeSpan(from, to));
            }
        }
        return List.copyOf(holes);
    }

    private static List<Double> restarts(PacketTrack track) {
        List<Double> restarts = new ArrayList<>();
        double last = Double.NaN;
        for (int k = 0; k < track.count() && restarts.size() < MOST_PLACES; k++) {
            double at = track.decoded(k);
            if (Double.isNaN(at)) {
                continue;
            }
            if (at < last - BACK) {
                restarts.add(last);
            }
            last = at;
        }
        return List.copyOf(restarts);
    }

    /** Frames in a second, as a rule. */
    double rate() {
        return distance == 0 ? 0 : 1 / distance;
    }
}
