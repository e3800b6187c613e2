package ma.balagh.analysis.footage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.fingerprint.Fingerprint;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.footage.FootageMatch.Span;

/**
 * Finds the seconds that two media share, from the pairs of frames that look alike: again and again the transformation
 * and time offset on which most different pictures agree, whose frames are then out of the game. So one picture that
 * stands for long, and agrees with itself at any offset, counts once and at its best offset only.
 *
 * <p>Several different pictures must agree; one is enough where a medium has no more.
 */
final class TemporalAlignmentMatcher {

    /** More shared segments than this in one pair of media are not told apart. */
    private static final int ROUNDS = 32;

    /** Between these speeds copies are looked for, first in coarse steps, then in finer ones. */
    private static final double SLOWEST = 0.5;

    private static final double FASTEST = 2.05;
    private static final double COARSELY = 1.06;
    private static final double FINELY = 1.005;

    /** Bits by which a hit is of another moment. */
    private static final double MUCH_NEARER = 24;

    private static final double LITTLE = 0.1;
    private static final int SEVERAL = 2;

    /** Whether a frame of a variant goes on with what is seen beside it in the other medium. */
    @FunctionalInterface
    interface Continuation {
        boolean carriesOn(int variant, int frame, int otherFrame);
    }

    private final FrameTimeline mine;
    private final FrameTimeline other;
    private final FrameHitList hits;
    private final Continuation continuation;
    private final int agreementMillis;
    private final int gapMillis;
    private final int needed;
    private final double clearly;
    private final int[] runSizes;
    private final int[] nearest;
    private final BitSet used = new BitSet();
    private final BitSet usedOther = new BitSet();
    private final BitSet dead = new BitSet();
    private double speed = 1;

    /**
     * @param hits of {@code mine} against {@code other}
     * @param agreement by how much the offsets of frames that agree may differ
     * @param gap for how long agreement may be interrupted within a span
     * @param pictures how many different pictures have to agree, where both media have so many
     * @param clearly by which factor there has to be more evidence for another speed
     * @param continuation what may extend a span beyond the frames that agree
     */
    TemporalAlignmentMatcher(
            FrameTimeline mine,
            FrameTimeline other,
            FrameHitList hits,
            Duration agreement,
            Duration gap,
            int pictures,
            double clearly,
            Continuation continuation) {
        this.clearly = clearly;
        this.continuation = continuation;
        this.mine = mine;
        this.other = other;
        this.hits = hits;
        this.agreementMillis = (int) agreement.toMillis();
        this.gapMillis = (int) gap.toMillis();
        this.needed = Math.min(pictures, Math.min(mine.pictures(), other.pictures()));
        this.nearest = new int[mine.size()];
        Arrays.fill(nearest, FrameHitList.MAX_DISTANCE);
        for (int hit = 0; hit < hits.size(); hit++) {
            int frame = hits.frame(hit);
            nearest[frame] = Math.min(nearest[frame], hits.distance(hit));
        }
        this.runSizes = new int[mine.runCount()];
        for (int run : mine.runs()) {
            runSizes[run]++;
        }
    }

    /** One match for each transformation through which both agree, the longest first. */
    List<FootageMatch> matches(UUID evidenceId) {
        speed = speed();
        hits.order(mine, other, speed);
        Map<Transformation, List<List<Integer>>> pieces = new EnumMap<>(Transformation.class);
        for (int round = 0; round < ROUNDS; round++) {
            HitWindow window = new HitWindow(this).best();
            if (window.isEmpty()) {
                break;
            }
            for (List<Integer> piece : take(window)) {
                pieces.computeIfAbsent(transformation(piece), none -> new ArrayList<>())
                        .add(piece);
            }
        }
        return pieces.entrySet().stream()
                .map(found -> match(evidenceId, found.getKey(), found.getValue()))
                .sorted(Comparator.comparingDouble(FootageMatch::coverage).reversed())
                .toList();
    }

    /** How fast the other is played here: at which speed there is clearly more evidence than at its own. */
    private double speed() {
        double own = evidence(1);
        double possible = new HitWindow(this).most();
        if (possible < SEVERAL || possible <= clearly * own) {
            return 1;
        }
        double most = 0;
        double found = 1;
        for (double candidate = SLOWEST; candidate <= FASTEST; candidate *= COARSELY) {
            double evidence = evidence(candidate);
            if (evidence > most) {
                most = evidence;
                found = candidate;
            }
        }
        for (double step = Math.sqrt(COARSELY); step > FINELY; step = Math.sqrt(step)) {
            for (double candidate : new double[] {found / step, found * step}) {
                double evidence = evidence(candidate);
                if (evidence > most) {
                    most = evidence;
                    found = candidate;
                }
            }
        }
        return most > clearly * own ? found : 1;
    }

    private double evidence(double candidate) {
        hits.order(mine, other, candidate);
        return new HitWindow(this).best().evidence();
    }

    boolean isLive(int hit) {
        return !dead.get(hit) && !used.get(hits.frame(hit)) && !usedOther.get(hits.otherFrame(hit));
    }

    /**
     * What a hit is worth, 0 to 1: the nearer the better, and little where the same frame has a much nearer one. So of
     * what hardly moves, the right moment counts more than all others that are nearly like it.
     */
    double likeness(int hit) {
        int distance = hits.distance(hit);
        double near = 1 - (double) distance / (FrameHitList.MAX_DISTANCE + 1);
        return near * Math.max(LITTLE, 1 - (distance - nearest[hits.frame(hit)]) / MUCH_NEARER);
    }

    FrameHitList hits() {
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
    private List<List<Integer>> take(HitWindow window) {
        List<Integer> agreeing = window.closestHitOfEachFrame();
        List<List<Integer>> pieces = new ArrayList<>();
        int start = 0;
        for (int k = 1; k <= agreeing.size(); k++) {
            if (k == agreeing.size() || isApart(agreeing.get(k - 1), agreeing.get(k))) {
                List<Integer> together = agreeing.subList(start, k);
                if (differentPictures(together) >= needed) {
                    pieces.add(together);
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

    private Transformation transformation(List<Integer> piece) {
        return Transformation.ALL.get(hits.transformation(piece.getFirst()));
    }

    /** The seconds are explained: nothing between first and last is matched again. */
    private void retire(List<Integer> together) {
        int first = together.getFirst();
        int last = together.getLast();
        used.set(hits.frame(first), hits.frame(last) + 1);
        usedOther.set(hits.otherFrame(first), hits.otherFrame(last) + 1);
    }

    private FootageMatch match(UUID evidenceId, Transformation variant, List<List<Integer>> pieces) {
        pieces.sort(Comparator.comparingInt(piece -> hits.frame(piece.getFirst())));
        List<Span> spans = new SpanBuilder(
                        mine,
                        other,
                        hits,
                        agreementMillis,
                        gapMillis,
                        speed,
                        (frame, otherFrame) -> continuation.carriesOn(variant.ordinal(), frame, otherFrame))
                .of(pieces);
        double length = spans.stream().mapToDouble(Span::length).sum();
        double otherLength =
                spans.stream().mapToDouble(span -> span.swapped().length()).sum();
        double distance = pieces.stream()
                .flatMap(List::stream)
                .mapToInt(hits::distance)
                .average()
                .orElseThrow();
        return new FootageMatch(
                evidenceId,
                FootageMatch.Kind.SHARED_SPAN,
                variant.inverse(),
                null,
                spans,
                share(length, mine),
                share(otherLength, other),
                1 - distance / (Fingerprint.BITS / 2.0),
                null,
                null,
                Set.of());
    }

    private static double share(double seconds, FrameTimeline timeline) {
        return timeline.durationMillis() == 0 ? 1 : Math.min(1, seconds * 1000 / timeline.durationMillis());
    }
}
