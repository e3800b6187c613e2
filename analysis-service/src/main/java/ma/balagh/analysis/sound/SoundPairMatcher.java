package ma.balagh.analysis.sound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares two sounds at every offset. Where the bits of a stretch of items differ little, it is the same sound.
 * Measured: 0.00 to 0.07 between a sound and its copies, 0.17 and more between unrelated noises over 20 items.
 */
final class SoundPairMatcher {

    /** Items that are looked at together: 2.5 s, from 5 s of sound. */
    static final int WINDOW = 20;

    private static final double SAME = 0.11;

    /** Of sounds that are too short for a window, 4 to 5 s long, more likeness is wanted. */
    private static final int SHORT_WINDOW = 10;

    private static final double SAME_SHORT = 0.06;

    /** Bits that change between items; a stretch that changes less is silence or a tone and says nothing. */
    static final double LIVELY = 1.2;

    /** Items at each end of a stretch that are looked at, and bits in which they may differ together. */
    private static final int EDGE = 4;

    private static final int EDGE_ERRORS = EDGE * 3;

    /** Seconds of something else that the first and the last item of a stretch hear without differing (measured). */
    private static final double LEAD = 0.4;

    private static final double TRAIL = 1.0;

    private static final int MOST_CANDIDATES = 256;
    private static final int MOST_MATCHES = 32;

    private final SoundFingerprint one;
    private final SoundFingerprint other;
    private final int window;
    private final int allowed;
    private List<Stretch> candidates = new ArrayList<>();

    SoundPairMatcher(SoundFingerprint one, SoundFingerprint other) {
        this.one = one;
        this.other = other;
        boolean isShort = Math.min(one.count(), other.count()) < WINDOW;
        this.window = isShort ? SHORT_WINDOW : WINDOW;
        this.allowed = (int) ((isShort ? SAME_SHORT : SAME) * Integer.SIZE * window);
    }

    /** Items from {@code from} of one and from {@code otherFrom} of the other. */
    private record Stretch(int from, int otherFrom, int count, int errors) {

        static final Comparator<Stretch> BEST =
                Comparator.comparingInt(Stretch::count).reversed().thenComparingInt(Stretch::errors);

        boolean overlaps(Stretch that) {
            return overlap(from, that.from, count, that.count) || overlap(otherFrom, that.otherFrom, count, that.count);
        }

        private static boolean overlap(int a, int b, int countA, int countB) {
            int common = Math.min(a + countA, b + countB) - Math.max(a, b);
            return 2 * common > Math.min(countA, countB);
        }

        SoundMatch match(SoundFingerprint one, SoundFingerprint other) {
            boolean begins = from > 0 && otherFrom > 0;
            boolean ends = from + count < one.count() && otherFrom + count < other.count();
            double before = begins ? LEAD : 0;
            double after = (count - 1) * SoundFingerprint.STEP + SoundFingerprint.HEARD - (ends ? TRAIL : 0);
            double at = from * SoundFingerprint.STEP;
            double otherAt = otherFrom * SoundFingerprint.STEP;
            return new SoundMatch(
                    at + before, at + after, otherAt + before, otherAt + after, (double) errors / count / Integer.SIZE);
        }
    }

    /** A window that is the same has an item that differs in no more bits. */
    int nearest() {
        return allowed / window;
    }

    /** Whether a window with that item of one is the same at that offset. */
    boolean isSameAround(int item, int offset) {
        int from = reach(item, offset, -1);
        int to = reach(item, offset, 1) + 1;
        int errors = 0;
        for (int k = from; k < to && to - from >= window; k++) {
            errors += one.errors(k, other, k - offset);
            if (k - from >= window) {
                errors -= one.errors(k - window, other, k - window - offset);
            }
            if (k - from >= window - 1 && errors <= allowed) {
                return true;
            }
        }
        return false;
    }

    /** The last item in one direction that can be in one window with this: up to it, no more differs than may. */
    private int reach(int item, int offset, int step) {
        int first = Math.max(Math.max(0, offset), item - window + 1);
        int last = Math.min(Math.min(one.count(), other.count() + offset), item + window) - 1;
        int errors = one.errors(item, other, item - offset);
        int k = item;
        while (k + step >= first && k + step <= last && errors <= allowed) {
            k += step;
            errors += one.errors(k, other, k - offset);
        }
        return k;
    }

    List<SoundMatch> matches() {
        return matches(IntStream.rangeClosed(window - other.count(), one.count() - window)
                .toArray());
    }

    /** @param offsets in their order; where nothing is the same at the others, they are enough */
    List<SoundMatch> matches(int[] offsets) {
        for (int offset : offsets) {
            along(offset);
        }
        candidates.sort(Stretch.BEST);
        List<Stretch> kept = new ArrayList<>();
        for (Stretch candidate : candidates) {
            if (kept.size() < MOST_MATCHES && kept.stream().noneMatch(candidate::overlaps)) {
                kept.add(candidate);
            }
        }
        return kept.stream().map(stretch -> stretch.match(one, other)).toList();
    }

    /** Moves the window along the items that stand opposite each other at an offset. */
    private void along(int offset) {
        int from = Math.max(0, offset);
        int to = Math.min(one.count(), other.count() + offset);
        int errors = 0;
        int start = -1;
        for (int k = from; k < to; k++) {
            errors += one.errors(k, other, k - offset);
            if (k - from >= window) {
                errors -= one.errors(k - window, other, k - window - offset);
            }
            boolean same = k - from >= window - 1 && errors <= allowed;
            if (same && start < 0) {
                start = k - window + 1;
            } else if (!same && start >= 0) {
                keep(start, k, offset);
                start = -1;
            }
        }
        if (start >= 0) {
            keep(start, to, offset);
        }
    }

    /** The windows at both ends may reach into what is not the same: what differs there is left out. */
    private void keep(int from, int to, int offset) {
        int first = from;
        int last = to - 1;
        while (last - first >= EDGE && errors(first, EDGE, offset) > EDGE_ERRORS) {
            first++;
        }
        while (last - first >= EDGE && errors(last - EDGE + 1, EDGE, offset) > EDGE_ERRORS) {
            last--;
        }
        int count = last - first + 1;
        if (one.liveliness(first, count) < LIVELY || other.liveliness(first - offset, count) < LIVELY) {
            return;
        }
        candidates.add(new Stretch(first, first - offset, count, errors(first, count, offset)));
        if (candidates.size() == 2 * MOST_CANDIDATES) {
            candidates.sort(Stretch.BEST);
            candidates = new ArrayList<>(candidates.subList(0, MOST_CANDIDATES));
        }
    }

    private int errors(int from, int count, int offset) {
        int errors = 0;
        for (int k = from; k < from + count; k++) {
            errors += one.errors(k, other, k - offset);
        }
        return errors;
    }
}
