package ma.balagh.accuracy.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Intervals of one axis of time, in seconds; what several of them cover counts once. */
final class IntervalSet {

    /** From {@code from} to {@code to}, in seconds. */
    record Interval(double from, double to) {}

    /** Disjoint, in order. */
    private final List<Interval> disjoint;

    private IntervalSet(List<Interval> disjoint) {
        this.disjoint = disjoint;
    }

    static IntervalSet of(Stream<Interval> intervals) {
        var disjoint = new ArrayList<Interval>();
        intervals
                .sorted(Comparator.comparingDouble(Interval::from).thenComparingDouble(Interval::to))
                .forEach(next -> {
                    Interval last = disjoint.isEmpty() ? null : disjoint.getLast();
                    if (last != null && next.from() <= last.to()) {
                        disjoint.set(disjoint.size() - 1, new Interval(last.from(), Math.max(last.to(), next.to())));
                    } else {
                        disjoint.add(next);
                    }
                });
        return new IntervalSet(disjoint);
    }

    /** Seconds that they cover. */
    double length() {
        return disjoint.stream().mapToDouble(each -> each.to() - each.from()).sum();
    }

    /** Seconds that both cover. */
    double commonLength(IntervalSet other) {
        IntervalSet union = of(Stream.concat(disjoint.stream(), other.disjoint.stream()));
        return length() + other.length() - union.length();
    }
}
