package ma.balagh.analysis.picture;

import java.util.Arrays;
import ma.balagh.analysis.packet.PacketTrack;

/** Detects packets of unusual size, in the order in which they are shown. */
final class PacketSizeJumpDetector {

    /** Times the median of its neighbours. */
    private static final double LARGE = 3;

    private static final int BESIDE = 8;

    private final PacketTrack track;
    private final int[] order;
    private final double start;

    private PacketSizeJumpDetector(PacketTrack track) {
        this.track = track;
        this.order = track.order();
        this.start = track.start();
    }

    static PacketSizeJumpDetector of(PacketTrack track) {
        return new PacketSizeJumpDetector(track);
    }

    /**
     * Where the picture became another one between two moments.
     *
     * @param from seconds from the medium's start
     * @param to seconds from the medium's start
     * @return seconds of the only packet that stands out there, -1 where none or several do
     */
    double between(double from, double to) {
        int largest = -1;
        int second = 0;
        // Sampling rounds by up to a frame.
        for (int k = first(from - 0.005); k < order.length && time(k) <= to + 0.005; k++) {
            int size = track.size(order[k]);
            if (largest < 0 || size > track.size(order[largest])) {
                second = largest < 0 ? 0 : track.size(order[largest]);
                largest = k;
            } else {
                second = Math.max(second, size);
            }
        }
        boolean alone = largest >= 0 && track.size(order[largest]) >= 2L * second;
        return alone && track.size(order[largest]) >= LARGE * medianBeside(largest) ? time(largest) : -1;
    }

    private double time(int k) {
        return track.shown(order[k]) - start;
    }

    private int first(double seconds) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) < seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double medianBeside(int k) {
        int from = Math.max(0, k - BESIDE);
        int to = Math.min(order.length, k + BESIDE + 1);
        int[] sizes = new int[to - from];
        for (int j = from; j < to; j++) {
            sizes[j - from] = track.size(order[j]);
        }
        Arrays.sort(sizes);
        return sizes[sizes.length / 2];
    }
}
