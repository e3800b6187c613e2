package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.footage.FootageMatch.Span;
import org.jspecify.annotations.Nullable;

/**
 * Builds the time spans that two media share from pieces whose frames agree on one time offset. Pieces on one line are
 * merged: the offset of a copy at another speed drifts from piece to piece. Each span is then extended as far as its
 * neighbours continue it.
 */
final class SpanBuilder {

    /** Whether a frame goes on with what is seen beside it in the other medium. */
    @FunctionalInterface
    interface Continuation {
        boolean carriesOn(int frame, int otherFrame);
    }

    /** Hits in the order of time, and the line through them. */
    private record Stretch(List<Integer> hits, TimeMapping line) {}

    private final FrameTimeline mine;
    private final FrameTimeline other;
    private final FrameHitList hits;
    private final int toleranceMillis;
    private final int gapMillis;
    private final double speed;
    private final Continuation continuation;

    SpanBuilder(
            FrameTimeline mine,
            FrameTimeline other,
            FrameHitList hits,
            int toleranceMillis,
            int gapMillis,
            double speed,
            Continuation continuation) {
        this.mine = mine;
        this.other = other;
        this.hits = hits;
        this.toleranceMillis = toleranceMillis;
        this.gapMillis = gapMillis;
        this.speed = speed;
        this.continuation = continuation;
    }

    /** @param pieces in the order of this medium's time */
    List<Span> of(List<List<Integer>> pieces) {
        List<Stretch> stretches = merged(pieces);
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (int k = 0; k < stretches.size(); k++) {
            Stretch stretch = stretches.get(k);
            int to = k + 1 == stretches.size() ? mine.size() : first(stretches.get(k + 1));
            int begin = reach(stretch, first(stretch), -1, from);
            int end = reach(stretch, last(stretch), 1, to - 1);
            from = end + 1;
            double start = mine.millis()[begin];
            double stop = Math.min(mine.durationMillis(), mine.millis()[end] + mine.intervalMillis());
            join(spans, stretch.line().span(start, stop, other));
        }
        return spans;
    }

    private List<Stretch> merged(List<List<Integer>> pieces) {
        List<Stretch> stretches = new ArrayList<>();
        for (List<Integer> piece : pieces) {
            Stretch stretch = new Stretch(piece, line(piece));
            Stretch both = stretches.isEmpty() ? null : together(stretches.getLast(), stretch);
            if (both == null) {
                stretches.add(stretch);
            } else {
                stretches.set(stretches.size() - 1, both);
            }
        }
        return stretches;
    }

    private @Nullable Stretch together(Stretch one, Stretch next) {
        if (mine.millis()[first(next)] - mine.millis()[last(one)] > gapMillis) {
            return null;
        }
        List<Integer> all = new ArrayList<>(one.hits());
        all.addAll(next.hits());
        TimeMapping line = line(all);
        boolean fits =
                all.stream().allMatch(hit -> Math.abs(otherMillis(hit) - line.at(millis(hit))) <= toleranceMillis);
        return fits ? new Stretch(all, line) : null;
    }

    private TimeMapping line(List<Integer> piece) {
        return TimeMapping.through(piece, this::millis, this::otherMillis, speed);
    }

    /** The farthest frame up to {@code limit} to which it carries on; what moves fast may miss single samples. */
    private int reach(Stretch stretch, int from, int step, int limit) {
        int reached = from;
        for (int frame = from + step; (limit - frame) * step >= 0; frame += step) {
            if (Math.abs(mine.millis()[frame] - mine.millis()[reached]) > gapMillis) {
                break;
            }
            if (carriesOn(stretch, frame)) {
                reached = frame;
            }
        }
        return reached;
    }

    private boolean carriesOn(Stretch stretch, int frame) {
        int at = other.at(stretch.line().at(mine.millis()[frame]));
        for (int near = Math.max(0, at - 1); at >= 0 && near <= Math.min(at + 1, other.size() - 1); near++) {
            if (continuation.carriesOn(frame, near)) {
                return true;
            }
        }
        return false;
    }

    /** Those that follow each other in both media are one. */
    private void join(List<Span> spans, Span span) {
        Span previous = spans.isEmpty() ? null : spans.getLast();
        if (previous != null && follows(previous.to(), span.from()) && follows(previous.otherTo(), span.otherFrom())) {
            spans.removeLast();
            spans.add(new Span(previous.from(), span.to(), previous.otherFrom(), span.otherTo()));
        } else {
            spans.add(span);
        }
    }

    private boolean follows(double end, double start) {
        return Math.abs(start - end) * 1000 <= 2.0 * toleranceMillis;
    }

    private int first(Stretch stretch) {
        return hits.frame(stretch.hits().getFirst());
    }

    private int last(Stretch stretch) {
        return hits.frame(stretch.hits().getLast());
    }

    private int millis(int hit) {
        return mine.millis()[hits.frame(hit)];
    }

    private int otherMillis(int hit) {
        return other.millis()[hits.otherFrame(hit)];
    }
}
