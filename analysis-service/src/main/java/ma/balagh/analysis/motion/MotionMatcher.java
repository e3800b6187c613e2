package ma.balagh.analysis.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two media that show the same place show the same moments: whether what stands before the background
 * correlates, over space and time, once the pictures lie upon each other. Where it does not, only the place is the same.
 *
 * <p>The thresholds are in {@link MotionThresholds}; docs/laboratory.md describes the results.
 */
public final class MotionMatcher {

    private static final double SLOWEST = 0.4;
    private static final double FASTEST = 2.5;

    /** Seconds of this medium and the seconds of the other that should show the same. */
    public record Stretch(double from, double to, double otherFrom, double otherTo) {

        /** The part of it between two seconds of this medium. */
        Stretch between(double first, double last) {
            double speed = to > from ? (otherTo - otherFrom) / (to - from) : 1;
            return new Stretch(first, last, otherFrom + speed * (first - from), otherFrom + speed * (last - from));
        }

        /** At its own speed where another is none at which a film is played. */
        FilmPairReader.Timing timing() {
            double speed = to > from ? (otherTo - otherFrom) / (to - from) : 1;
            boolean isPlayed = Math.abs(speed) > SLOWEST && Math.abs(speed) < FASTEST;
            double taken = isPlayed ? speed : Math.copySign(1, speed);
            return new FilmPairReader.Timing(taken, (otherFrom + otherTo - taken * (from + to)) / 2);
        }
    }

    /** What the motion of both says. */
    public enum Outcome {
        /** The same moments. */
        SAME,
        /** Other moments. */
        OTHER,
        /** Too little moves in both. */
        STILL,
        /** Some agrees and some does not, or it is too short. */
        UNDECIDED
    }

    /**
     * What the motion says of a stretch.
     *
     * @param stretch as exactly as motion tells it, where it shows the same moments
     * @param correlation of what moves, −1 to 1; negative where one is a negative of the other
     * @param scene correlation of the pictures' details, −1 to 1, whatever moves before them
     * @param agreeing the seconds that agree; none where the outcome is another than the same
     */
    public record Motion(Outcome outcome, Stretch stretch, double correlation, double scene, List<Stretch> agreeing) {

        public Motion {
            agreeing = List.copyOf(agreeing);
        }
    }

    private record Fit(FilmPairReader.Timing timing, MotionCorrelator motion) {}

    /** With fewer moments nothing can be said of motion. */
    private static final int FEWEST = 3;
    /** Correlation of the details below which the pictures differ but for what moves: one overlay before two places, say. */
    private static final double SAME_PICTURE = 0.4;
    /** So many moments from the middle are looked at to find the time: twelve seconds. */
    private static final int SAMPLE = 48;
    /** Seconds by which a match's time may be off. */
    private static final double[] FAR = {-0.375, -0.25, -0.125, 0, 0.125, 0.25, 0.375};

    private static final double[] NEAR = {-0.25, -0.125, 0, 0.125, 0.25};
    private static final double[] NEARER = {-0.125, 0, 0.125};
    private static final double[] NEAREST = {-0.0625, 0, 0.0625};
    /** Shares by which its speed may be off, since few keyframes tell it: first, and then from the best of these. */
    private static final double[] SPEEDS = {-0.1, -0.05, 0, 0.05, 0.1};

    private static final double[] FINE_SPEEDS = {-0.025, -0.0125, 0, 0.0125, 0.025};

    private static final double[] NO_SPEED = {0};
    /** What lies no further from the match's time was tried with it, in seconds. */
    private static final double ELSEWHERE = 0.4;
    /** Shorter stretches tell no speed, in seconds. */
    private static final double LONG_ENOUGH = 3;

    private final FilmThumbnails mine;

    public MotionMatcher(FilmThumbnails mine) {
        this.mine = mine;
    }

    /** Of a stretch of a match; {@link Outcome#UNDECIDED} where the pictures hardly overlap. */
    public Motion compare(FilmThumbnails other, AffineAlignment alignment, InsetDrift drift, Stretch stretch) {
        AlignedFilms films =
                mine.size() == 0 || other.size() == 0 ? null : AlignedFilms.of(mine, other, alignment, drift);
        if (films == null) {
            return new Motion(Outcome.UNDECIDED, stretch, 0, 0, List.of());
        }
        if (mine.size() == 1 || other.size() == 1) {
            return new StillMatcher(mine, other).compare(films, stretch);
        }
        var rough = new FilmPairReader(mine, other, films);
        Motion slides = new SlideshowMatcher(mine, other).compare(films, stretch);
        if (slides != null) {
            return slides;
        }
        Motion found = compare(other, rough, stretch, MotionThresholds.of(drift));
        return found.outcome() == Outcome.SAME || found.outcome() == Outcome.STILL
                ? found
                : elsewhere(other, rough, stretch, found);
    }

    /** The match's time may be that of anything before the same background: what moves tells the right one. */
    private Motion elsewhere(FilmThumbnails other, FilmPairReader rough, Stretch stretch, Motion found) {
        var search = new TimingMatcher(rough, mine, other, mine.between(stretch.from(), stretch.to()));
        FilmPairReader.Timing timing = search.best(stretch.timing().speed());
        double middle = (stretch.from() + stretch.to()) / 2;
        if (timing == null || Math.abs(timing.at(middle) - stretch.timing().at(middle)) < ELSEWHERE) {
            return found;
        }
        Motion moved = compare(
                other,
                rough,
                new Stretch(stretch.from(), stretch.to(), timing.at(stretch.from()), timing.at(stretch.to())),
                MotionThresholds.SOUGHT);
        return moved.outcome() == Outcome.SAME ? moved : found;
    }

    private Motion compare(FilmThumbnails other, FilmPairReader rough, Stretch stretch, MotionThresholds demands) {
        double from = stretch.from();
        double to = stretch.to();
        boolean isLong = to - from > LONG_ENOUGH;
        Fit fit = best(rough, from, to, moved(stretch.timing(), FAR, isLong ? SPEEDS : NO_SPEED, stretch));
        if (fit == null) {
            return new Motion(Outcome.UNDECIDED, stretch, 0, 0, List.of());
        }
        int[] pictures = rough.pictures(from, to, fit.timing());
        ImageRegistration registration = ImageRegistration.of(rough.aligned(), mine, other, fit.timing(), pictures);
        int[] common = registration.common(mine, other, fit.timing(), pictures);
        if (common.length >= MotionCorrelator.WINDOW && common.length < pictures.length) {
            Stretch inner = stretch.between(rough.second(common[0]), rough.second(common[common.length - 1]));
            return compare(other, rough, inner, demands);
        }
        var exact = new FilmPairReader(mine, other, registration.films());
        fit = better(
                fit,
                best(
                        exact,
                        from,
                        to,
                        moved(fit.timing(), isLong ? NEARER : NEAR, isLong ? FINE_SPEEDS : NO_SPEED, stretch)));
        fit = better(fit, best(exact, from, to, moved(fit.timing(), NEAREST, NO_SPEED, stretch)));
        Motion found = decided(exact, fit.timing(), stretch, registration.correlation(), demands);
        return found.outcome() == Outcome.SAME && isOfOtherPlaces(other, exact, fit.timing(), pictures)
                ? new Motion(Outcome.UNDECIDED, stretch, found.correlation(), found.scene(), List.of())
                : found;
    }

    private boolean isOfOtherPlaces(
            FilmThumbnails other, FilmPairReader films, FilmPairReader.Timing timing, int[] pictures) {
        return BackgroundCorrelator.of(mine, other, films.aligned(), timing, pictures)
                .isOfOtherPlaces();
    }

    private static Fit better(Fit before, @Nullable Fit found) {
        return found == null ? before : found;
    }

    private static List<FilmPairReader.Timing> moved(
            FilmPairReader.Timing timing, double[] later, double[] faster, Stretch stretch) {
        double middle = (stretch.from() + stretch.to()) / 2;
        return DoubleStream.of(faster)
                .boxed()
                .flatMap(share -> DoubleStream.of(later).mapToObj(shift -> timing.moved(shift, share, middle)))
                .toList();
    }

    /** The timing with which most of what moves agrees. */
    private static @Nullable Fit best(
            FilmPairReader films, double from, double to, List<FilmPairReader.Timing> timings) {
        Fit best = null;
        for (FilmPairReader.Timing timing : timings) {
            FilmPairReader.Moments moments = films.between(from, to, timing, SAMPLE);
            if (moments.size() < FEWEST) {
                continue;
            }
            MotionCorrelator motion = films.motion(trimmed(moments));
            if (best == null || motion.agreement() > best.motion().agreement()) {
                best = new Fit(timing, motion);
            }
        }
        return best;
    }

    /** The ends may lie outside of what both show. */
    private static FilmPairReader.Moments trimmed(FilmPairReader.Moments moments) {
        int ends = moments.size() >= 10 ? 2 : moments.size() >= MotionCorrelator.WINDOW ? 1 : 0;
        return moments.without(ends);
    }

    private Motion decided(
            FilmPairReader films,
            FilmPairReader.Timing timing,
            Stretch stretch,
            double scene,
            MotionThresholds demands) {
        FilmPairReader.Moments moments = films.between(stretch.from(), stretch.to(), timing, Integer.MAX_VALUE);
        var fitted = new Stretch(stretch.from(), stretch.to(), timing.at(stretch.from()), timing.at(stretch.to()));
        if (moments.size() < FEWEST || Math.abs(scene) < SAME_PICTURE) {
            return new Motion(Outcome.UNDECIDED, stretch, 0, scene, List.of());
        }
        MotionCorrelator whole = films.motion(moments);
        MotionCorrelator inner = films.motion(trimmed(moments));
        MotionThresholds enough = demands.of(inner, timing.speed());
        List<MotionSegmentDetector.Run> runs = MotionSegmentDetector.of(whole, enough);
        Outcome outcome = SameMomentsClassifier.of(inner, runs, enough);
        return outcome == Outcome.SAME
                ? new Motion(outcome, fitted, inner.correlation(), scene, agreeing(whole, runs, timing, fitted))
                : new Motion(outcome, stretch, inner.correlation(), scene, List.of());
    }

    /** The runs that agree; all of it where it agrees as a whole, though no part of it does so well. */
    private static List<Stretch> agreeing(
            MotionCorrelator motion,
            List<MotionSegmentDetector.Run> runs,
            FilmPairReader.Timing timing,
            Stretch fitted) {
        if (runs.isEmpty()) {
            return List.of(fitted);
        }
        List<Stretch> agreeing = new ArrayList<>();
        for (MotionSegmentDetector.Run run : MotionSegmentDetector.joined(runs)) {
            double from = run.from() == 0 ? fitted.from() : motion.second(run.from());
            double to = run.to() == motion.size() ? fitted.to() : motion.second(run.to());
            agreeing.add(new Stretch(from, to, timing.at(from), timing.at(to)));
        }
        return agreeing;
    }
}
