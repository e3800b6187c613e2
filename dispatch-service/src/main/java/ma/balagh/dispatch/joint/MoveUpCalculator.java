package ma.balagh.dispatch.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.balagh.dispatch.road.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Which idle unit should go where so that most incidents are covered, by the greedy step of dynamic MEXCLP (C. J.
 * Jagtenberg, S. Bhulai, R. D. van der Mei, An efficient heuristic for real-time ambulance redeployment, Operations Research
 * for Health Care 4, 2015).
 */
final class MoveUpCalculator {

    private final CoverageCalculator coverage;
    private final Geography geography;
    private final double smallestGain;

    /** What is near to what. */
    interface Geography {

        /** Which places a unit of that kind reaches in time from there. */
        boolean[] reach(String kind, GeoPoint from);

        /** Whether a unit may go that far. */
        boolean isNear(IdleUnit unit, GeoPoint post);
    }

    /** @param gain by how much the covered share grows */
    record Move(IdleUnit unit, GeoPoint post, double gain) {}

    MoveUpCalculator(CoverageCalculator coverage, Geography geography, double smallestGain) {
        this.coverage = coverage;
        this.geography = geography;
        this.smallestGain = smallestGain;
    }

    /** The best moves one after another, each reckoned after those before it; each unit moves once. */
    List<Move> moves(List<IdleUnit> idle, List<GeoPoint> posts, int most) {
        var standing = new ArrayList<>(idle);
        var reach = new ArrayList<>(idle.stream()
                .map(unit -> geography.reach(unit.kind(), unit.place()))
                .toList());
        var moved = new ArrayList<boolean[]>();
        var moves = new ArrayList<Move>();
        while (moves.size() < most) {
            var best = best(standing, reach, moved, posts);
            if (best.isEmpty()) {
                break;
            }
            var move = best.get();
            int unit = standing.indexOf(move.unit());
            standing.remove(unit);
            reach.remove(unit);
            moved.add(geography.reach(move.unit().kind(), move.post()));
            moves.add(move);
        }
        return List.copyOf(moves);
    }

    private Optional<Move> best(
            List<IdleUnit> standing, List<boolean[]> reach, List<boolean[]> moved, List<GeoPoint> posts) {
        var all = new ArrayList<>(reach);
        all.addAll(moved);
        int[] units = coverage.unitsAt(all.toArray(boolean[][]::new));
        Move best = null;
        for (int i = 0; i < standing.size(); i++) {
            best = better(best, bestOf(standing.get(i), reach.get(i), units, posts));
        }
        return Optional.ofNullable(best).filter(move -> move.gain() >= smallestGain);
    }

    private @Nullable Move bestOf(IdleUnit unit, boolean[] reach, int[] units, List<GeoPoint> posts) {
        Move best = null;
        for (var post : posts) {
            if (geography.isNear(unit, post)) {
                double gain = coverage.improvement(units, reach, geography.reach(unit.kind(), post));
                best = better(best, new Move(unit, post, gain));
            }
        }
        return best;
    }

    private static @Nullable Move better(@Nullable Move one, @Nullable Move other) {
        return one == null || (other != null && other.gain() > one.gain()) ? other : one;
    }
}
