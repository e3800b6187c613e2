package ma.balagh.dispatch.blackspot.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Finds the pairs of points that are close, by a sweep from west to east. */
public final class ClosePairFinder {

    private static final double ROUNDING = 1e-9;

    private ClosePairFinder() {}

    /** Called once for each pair. */
    @FunctionalInterface
    public interface PairReceiver {

        /** @return false to end the search */
        boolean take(int one, int other);
    }

    /**
     * @param distance in metres; pairs at that distance are close
     * @return false when the receiver ended it
     */
    public static boolean find(List<SpacePoint> points, double distance, PairReceiver receiver) {
        int[] order = IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> points.get(i).x()))
                .mapToInt(Integer::intValue)
                .toArray();
        double farthest = distance * distance * (1 + ROUNDING);
        double width = distance * (1 + ROUNDING);
        for (int i = 0; i < order.length; i++) {
            var point = points.get(order[i]);
            for (int k = i + 1; k < order.length && points.get(order[k]).x() - point.x() <= width; k++) {
                if (point.squaredDistanceTo(points.get(order[k])) <= farthest && !receiver.take(order[i], order[k])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether there are more close pairs than that. */
    public static boolean exceeds(List<SpacePoint> points, double distance, int most) {
        var counted = new int[1];
        IntPredicate within = count -> count <= most;
        return !find(points, distance, (one, other) -> within.test(++counted[0]));
    }
}
