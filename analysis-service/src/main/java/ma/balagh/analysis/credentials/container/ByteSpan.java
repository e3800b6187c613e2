package ma.balagh.analysis.credentials.container;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ma.balagh.analysis.box.IsoBox;

/** A range of a medium's bytes; the end is exclusive. */
public record ByteSpan(long from, long to) {

    public ByteSpan {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(from + " to " + to);
        }
    }

    /** All of a box. */
    public static ByteSpan of(IsoBox box) {
        return new ByteSpan(box.start(), box.end());
    }

    /** A box without its header. */
    public static ByteSpan within(IsoBox box) {
        return new ByteSpan(box.body(), box.end());
    }

    public long length() {
        return to - from;
    }

    /** In order and apart from each other. */
    public static List<ByteSpan> merged(List<ByteSpan> spans) {
        var merged = new ArrayList<ByteSpan>();
        for (ByteSpan span :
                spans.stream().sorted(Comparator.comparingLong(ByteSpan::from)).toList()) {
            if (!merged.isEmpty() && span.from <= merged.getLast().to) {
                ByteSpan last = merged.removeLast();
                merged.add(new ByteSpan(last.from, Math.max(last.to, span.to)));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    /** How many bytes of the first lie outside the second. */
    public static long outside(List<ByteSpan> spans, List<ByteSpan> others) {
        List<ByteSpan> second = merged(others);
        long outside = 0;
        int at = 0;
        for (ByteSpan span : merged(spans)) {
            outside += span.length();
            while (at < second.size() && second.get(at).to <= span.from) {
                at++;
            }
            for (int k = at; k < second.size() && second.get(k).from < span.to; k++) {
                ByteSpan other = second.get(k);
                outside -= Math.min(span.to, other.to) - Math.max(span.from, other.from);
            }
        }
        return outside;
    }
}
