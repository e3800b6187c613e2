package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A stretch of the sorted hits with one transformation and nearly one time offset. */
final class Window {

    private static final int NONE = -1;

    private final Agreement agreement;
    private final Hits hits;
    private final int from;
    private final int to;
    private final double weight;

    Window(Agreement agreement) {
        this(agreement, 0, 0, 0);
    }

    private Window(Agreement agreement, int from, int to, double weight) {
        this.agreement = agreement;
        this.hits = agreement.hits();
        this.from = from;
        this.to = to;
        this.weight = weight;
    }

    /** How many different pictures agree. */
    double weight() {
        return weight;
    }

    boolean isEmpty() {
        return from == to;
    }

    void forEach(IntConsumer action) {
        for (int k = from; k < to; k++) {
            action.accept(k);
        }
    }

    /**
     * The window on which the most different pictures agree, among equals the one with most frames, then the one whose
     * frames are nearer, then the one with most pairs; empty when no live hit is left.
     */
    Window best() {
        var counts = new int[agreement.frames()];
        var best = new Standing(0, 0, Double.MAX_VALUE, 0);
        Window found = new Window(agreement);
        double weight = 0;
        int frames = 0;
        int live = 0;
        long distance = 0;
        int start = 0;
        for (int k = 0; k < hits.size(); k++) {
            if (!agreement.isLive(k)) {
                continue;
            }
            live++;
            distance += hits.distance(k);
            if (counts[hits.frame(k)]++ == 0) {
                weight += agreement.weight(hits.frame(k));
                frames++;
            }
            for (; !isTogether(start, k); start++) {
                if (agreement.isLive(start)) {
                    live--;
                    distance -= hits.distance(start);
                    if (--counts[hits.frame(start)] == 0) {
                        weight -= agreement.weight(hits.frame(start));
                        frames--;
                    }
                }
            }
            var standing = new Standing(weight, frames, (double) distance / live, live);
            if (standing.beats(best)) {
                best = standing;
                found = new Window(agreement, start, k + 1, weight);
            }
        }
        return found;
    }

    private boolean isTogether(int first, int last) {
        return hits.transformation(first) == hits.transformation(last)
                && hits.offset(last) - hits.offset(first) <= agreement.agreementMillis();
    }

    /** For each frame the nearest hit, among equals the one next to the window's median offset; in the order of time. */
    List<Integer> closestHitOfEachFrame() {
        int median = medianOffset();
        var closest = new int[agreement.frames()];
        Arrays.fill(closest, NONE);
        forEach(k -> {
            int frame = hits.frame(k);
            if (agreement.isLive(k) && (closest[frame] == NONE || isCloser(k, closest[frame], median))) {
                closest[frame] = k;
            }
        });
        List<Integer> agreeing = new ArrayList<>();
        for (int hit : closest) {
            if (hit != NONE) {
                agreeing.add(hit);
            }
        }
        return agreeing;
    }

    private boolean isCloser(int hit, int other, int offset) {
        return hits.distance(hit) == hits.distance(other)
                ? Math.abs(hits.offset(hit) - offset) < Math.abs(hits.offset(other) - offset)
                : hits.distance(hit) < hits.distance(other);
    }

    private int medianOffset() {
        int[] offsets = IntStream.range(from, to)
                .filter(agreement::isLive)
                .map(hits::offset)
                .toArray();
        return offsets[offsets.length / 2];
    }

    private record Standing(double weight, int frames, double distance, int hits) {

        /** Sums of weights are only nearly equal. */
        private static final double ROUNDING = 1e-6;

        boolean beats(Standing other) {
            if (Math.abs(weight - other.weight) > ROUNDING) {
                return weight > other.weight;
            }
            if (frames != other.frames) {
                return frames > other.frames;
            }
            return distance == other.distance ? hits > other.hits : distance < other.distance;
        }
    }
}
