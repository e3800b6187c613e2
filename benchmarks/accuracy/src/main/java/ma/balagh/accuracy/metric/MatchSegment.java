package ma.balagh.accuracy.metric;

import ma.balagh.accuracy.metric.IntervalSet.Interval;

/**
 * Seconds of a query that match seconds of another medium, in truth or as a detector says.
 *
 * @param score higher where the detector is surer; of no meaning in truth
 */
public record MatchSegment(
        VideoPair pair, double from, double to, double referenceFrom, double referenceTo, double score) {

    Interval onQuery() {
        return new Interval(from, to);
    }

    Interval onReference() {
        return new Interval(referenceFrom, referenceTo);
    }

    /** Whether the rectangles of both, in the plane of both times, have an area in common. */
    boolean overlaps(MatchSegment other) {
        return Math.min(to, other.to) > Math.max(from, other.from)
                && Math.min(referenceTo, other.referenceTo) > Math.max(referenceFrom, other.referenceFrom);
    }
}
