package ma.balagh.analysis.credentials.container;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ma.balagh.analysis.box.Box;

/** Bytes of a medium from one position up to, and without, another. */
public record Span(long from, long to) {

    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(from + " to " + to);
        }
    }

    /** All of a box. */
    public static Span of(Box box) {
        return new Span(box.start(), box.end());
    }

    /** A box without its header. */
    public static Span within(Box box) {
        return new Span(box.body(), box.end());
    }

    public long length() {
        return to - from;
    }

    /** In order and apart from each other. */
    public static List<Span> merged(List<Span> spans) {
        var merged = new ArrayList<Span>();
        for (Span span :
                spans.stream().sorted(Comparator.comparingLong(Span::from)).toList()) {
            if (!merged.isEmpty() && span.from <= merged.getLast().to) {
                Span last = merged.removeLast();
                merged.add(new Span(last.from, Math.max(last.to, span.to)));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    /** How many bytes of the first lie outside the second. */
    public static long outside(List<Span> spans, List<Span> others) {
        List<Span> second = merged(others);
        long outside = 0;
        int at = 0;
        for (Span span : merged(spans)) {
            outside += span.length();
            while (at < second.size() && second.get(at).to <= span.from) {
                at++;
            }
            for (int k = at; k < second.size() && second.get(k).from < span.to; k++) {
                Span other = second.get(k);
                outside -= Math.min(span.to, other.to) - Math.max(span.from, other.from);
            }
        }
        return outside;
    }
}
