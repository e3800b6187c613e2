package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.fingerprint.Fingerprint;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.footage.FootageMatch.Span;

/**
 * Finds the seconds that two media share, from the pairs of frames that look alike: again and again the transformation
 * and time offset on which most different pictures agree, whose frames are then out of the game. So one picture that
 * stands for long, and agrees with itself at any offset, counts once and at its best offset only.
 *
 * <p>At least two different pictures must agree; one is enough where a medium has no more.
 */
final class Agreement {

    /** More shared segments than this in one pair of media are not told apart. */
    private static final int ROUNDS = 32;

    private record Piece(Transformation transformation, Span span, int frames, long distance) {}

    private final Timeline mine;
    private final Timeline other;
    private final Hits hits;
    private final int agreementMillis;
    private final int gapMillis;
    private final int needed;
    private final int[] runSizes;
    private final BitSet used = new BitSet();
    private final BitSet usedOther = new BitSet();
    private final BitSet dead = new BitSet();

    /** @param hits of {@code mine} against {@code other}, sorted */
    Agreement(Timeline mine, Timeline other, Hits hits, FootageConfig config) {
        this.mine = mine;
        this.other = other;
        this.hits = hits;
        this.agreementMillis = (int) config.agreement().toMillis();
        this.gapMillis = (int) config.gap().toMillis();
        this.needed = Math.min(2, Math.min(mine.runCount(), other.runCount()));
        this.runSizes = new int[mine.runCount()];
        for (int run : mine.runs()) {
            runSizes[run]++;
        }
    }

    /** One match for each transformation through which both agree, the longest first. */
    List<FootageMatch> matches(UUID evidenceId) {
        Map<Transformation, List<Piece>> pieces = new EnumMap<>(Transformation.class);
        for (int round = 0; round < ROUNDS; round++) {
            Window window = new Window(this).best();
            if (window.isEmpty()) {
                break;
            }
            for (Piece piece : take(window)) {
                pieces.computeIfAbsent(piece.transformation(), none -> new ArrayList<>())
                        .add(piece);
            }
        }
        return pieces.values().stream()
                .map(found -> match(evidenceId, found))
                .sorted(Comparator.comparingDouble(FootageMatch::coverage).reversed())
                .toList();
    }

    boolean isLive(int hit) {
        return !dead.get(hit) && !used.get(hits.frame(hit)) && !usedOther.get(hits.otherFrame(hit));
    }

    Hits hits() {
        return hits;
    }

    int agreementMillis() {
        return agreementMillis;
    }

    int frames() {
        return mine.size();
    }

    /** What a frame counts: all frames of a run together count one. */
    double weight(int frame) {
        return 1.0 / runSizes[mine.runs()[frame]];
    }

    /** The pieces on which the window's frames agree without a longer gap; its hits are out of the game. */
    private List<Piece> take(Window window) {
        List<Integer> agreeing = window.closestHitOfEachFrame();
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int k = 1; k <= agreeing.size(); k++) {
            if (k == agreeing.size() || isApart(agreeing.get(k - 1), agreeing.get(k))) {
                List<Integer> together = agreeing.subList(start, k);
                if (differentPictures(together) >= needed) {
                    pieces.add(piece(together));
                    retire(together);
                }
                start = k;
            }
        }
        window.forEach(dead::set);
        return pieces;
    }

    private boolean isApart(int hit, int next) {
        return mine.millis()[hits.frame(next)] - mine.millis()[hits.frame(hit)] > gapMillis + mine.intervalMillis()
                || other.millis()[hits.otherFrame(next)] < other.millis()[hits.otherFrame(hit)];
    }

    private int differentPictures(List<Integer> together) {
        long ours = together.stream()
                .map(hit -> mine.runs()[hits.frame(hit)])
                .distinct()
                .count();
        long theirs = together.stream()
                .map(hit -> other.runs()[hits.otherFrame(hit)])
                .distinct()
                .count();
        return (int) Math.min(ours, theirs);
    }

    private Piece piece(List<Integer> together) {
        int first = together.getFirst();
        int last = together.getLast();
        var span = new Span(
                mine.millis()[hits.frame(first)] / 1000.0,
                end(mine, hits.frame(last)),
                other.millis()[hits.otherFrame(first)] / 1000.0,
                end(other, hits.otherFrame(last)));
        long distance = together.stream().mapToLong(hits::distance).sum();
        return new Piece(Transformation.ALL.get(hits.transformation(first)), span, together.size(), distance);
    }

    private static double end(Timeline timeline, int frame) {
        return Math.min(timeline.durationMillis(), timeline.millis()[frame] + timeline.intervalMillis()) / 1000.0;
    }

    /** The seconds are explained: nothing between first and last is matched again. */
    private void retire(List<Integer> together) {
        int first = together.getFirst();
        int last = together.getLast();
        used.set(hits.frame(first), hits.frame(last) + 1);
        usedOther.set(hits.otherFrame(first), hits.otherFrame(last) + 1);
    }

    private FootageMatch match(UUID evidenceId, List<Piece> pieces) {
        pieces.sort(Comparator.comparingDouble(piece -> piece.span().from()));
        double length = 0;
        double otherLength = 0;
        long frames = 0;
        long distance = 0;
        for (Piece piece : pieces) {
            length += piece.span().to() - piece.span().from();
            otherLength += piece.span().otherTo() - piece.span().otherFrom();
            frames += piece.frames();
            distance += piece.distance();
        }
        double score = 1 - (double) distance / frames / (Fingerprint.BITS / 2.0);
        return new FootageMatch(
                evidenceId,
                pieces.getFirst().transformation().inverse(),
                joined(pieces),
                share(length, mine),
                share(otherLength, other),
                score);
    }

    /** Spans that follow each other in both media are one: played faster, a copy agrees with a drifting offset. */
    private List<Span> joined(List<Piece> pieces) {
        List<Span> spans = new ArrayList<>();
        for (Piece piece : pieces) {
            Span span = piece.span();
            Span previous = spans.isEmpty() ? null : spans.getLast();
            if (previous != null
                    && follows(previous.to(), span.from())
                    && follows(previous.otherTo(), span.otherFrom())) {
                spans.removeLast();
                span = new Span(previous.from(), span.to(), previous.otherFrom(), span.otherTo());
            }
            spans.add(span);
        }
        return spans;
    }

    private boolean follows(double end, double start) {
        return Math.abs(start - end) * 1000 <= 2.0 * agreementMillis;
    }

    private static double share(double seconds, Timeline timeline) {
        return timeline.durationMillis() == 0 ? 1 : Math.min(1, seconds * 1000 / timeline.durationMillis());
    }
}
