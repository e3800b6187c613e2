package ma.balagh.portal.examination;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The two media of a match as lines of time, each from 0 to {@link #WIDTH}, with the pieces that show the same. Time runs
 * to the right; pages that are read from the right turn the whole drawing.
 *
 * @param length of this medium in seconds, as far as its matched seconds and their share tell it
 * @param otherLength of the other
 */
@TemplateData
public record MatchTimelines(double length, double otherLength, List<Piece> pieces) {

    static final double WIDTH = 1000;

    /** A piece is drawn at least this wide, so that it is seen. */
    private static final double THINNEST = 4;

    /** A piece of both lines. */
    @TemplateData
    public record Piece(double from, double to, double otherFrom, double otherTo) {

        public double width() {
            return to - from;
        }

        public double otherWidth() {
            return otherTo - otherFrom;
        }
    }

    static MatchTimelines of(MatchResponse match) {
        double length = length(match.spans(), MatchResponse.Span::from, MatchResponse.Span::to, match.coverage());
        double other = length(
                match.spans(), MatchResponse.Span::otherFrom, MatchResponse.Span::otherTo, match.otherCoverage());
        return new MatchTimelines(
                length,
                other,
                match.spans().stream().map(span -> piece(span, length, other)).toList());
    }

    public boolean isLasting() {
        return length > 0 && otherLength > 0;
    }

    /** The spans' length is the covered share of the medium's. */
    private static double length(
            List<MatchResponse.Span> spans,
            ToDoubleFunction<MatchResponse.Span> from,
            ToDoubleFunction<MatchResponse.Span> to,
            double coverage) {
        double covered = spans.stream()
                .mapToDouble(span -> to.applyAsDouble(span) - from.applyAsDouble(span))
                .sum();
        double end = spans.stream().mapToDouble(to).max().orElse(0);
        return coverage <= 0 ? end : Math.max(end, covered / coverage);
    }

    private static Piece piece(MatchResponse.Span span, double length, double other) {
        double from = beginning(span.from(), length);
        double otherFrom = beginning(span.otherFrom(), other);
        return new Piece(
                from,
                Math.max(from + THINNEST, at(span.to(), length)),
                otherFrom,
                Math.max(otherFrom + THINNEST, at(span.otherTo(), other)));
    }

    private static double beginning(double seconds, double length) {
        return Math.min(at(seconds, length), WIDTH - THINNEST);
    }

    private static double at(double seconds, double length) {
        double place = length > 0 ? seconds / length * WIDTH : 0;
        return Math.round(Math.clamp(place, 0, WIDTH) * 10) / 10.0;
    }
}
