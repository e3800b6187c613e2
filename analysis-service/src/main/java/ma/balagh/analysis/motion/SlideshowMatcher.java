package ma.balagh.analysis.motion;

import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.motion.MotionMatcher.Motion;
import ma.balagh.analysis.motion.MotionMatcher.Outcome;
import ma.balagh.analysis.motion.MotionMatcher.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * The same question where this medium shows stills one after another: nothing moves in them, but each shows, or does not,
 * what the other, a film, shows at its moment.
 */
final class SlideshowMatcher {

    /** A picture that stands differs from the one before by so many greys at most, in any pixel. */
    private static final int STANDING = 8;
    /** Pictures of a still at least: half a second. */
    private static final int SHORTEST = 3;
    /** Share of the pictures that belong to stills. */
    private static final double MOSTLY = 0.8;

    /** Of the seconds that say anything, so many have to agree: of five stills one or two stand by chance where others stood. */
    private static final double MOST = 0.75;
    /** One still alone is judged by what moves in it: nothing. */
    private static final int FEWEST = 2;

    /** Seconds by which a still's moment may be off. */
    private static final double CLOSE = 0.65;

    private final Thumbnails mine;
    private final Thumbnails other;

    SlideshowMatcher(Thumbnails mine, Thumbnails other) {
        this.mine = mine;
        this.other = other;
    }

    /** A still that is shown from one picture to another, both included. */
    private record Slide(int first, int last) {

        int middle() {
            return (first + last) / 2;
        }
    }

    /**
     * Null where fewer than two stills of this medium show what the film shows at their moments, or where too many others
     * show something else.
     */
    @Nullable
    Motion compare(AlignedFilms films, Stretch stretch) {
        PairedFilms.Timing timing = stretch.timing();
        List<Motion> motions = slides(mine.between(stretch.from(), stretch.to())).stream()
                .map(slide -> motion(slide, films, timing))
                .toList();
        List<Motion> same = motions.stream().filter(SlideshowMatcher::isInTime).toList();
        double agreeing = seconds(same);
        double others = seconds(motions.stream()
                .filter(motion -> motion.outcome() != Outcome.STILL && !isInTime(motion))
                .toList());
        if (same.size() < FEWEST || agreeing < MOST * (agreeing + others)) {
            return null;
        }
        return new Motion(
                Outcome.SAME,
                stretch,
                same.stream().mapToDouble(Motion::correlation).average().orElse(0),
                same.stream().mapToDouble(Motion::scene).average().orElse(0),
                motions.stream()
                        .filter(motion -> motion.outcome() == Outcome.STILL || isInTime(motion))
                        .map(motion -> motion.agreeing().isEmpty()
                                ? motion.stretch()
                                : motion.agreeing().getFirst())
                        .toList());
    }

    /** Shows what the film shows about then: within seconds, anybody may stand where somebody stands. */
    private static boolean isInTime(Motion motion) {
        return motion.outcome() == Outcome.SAME
                && Math.abs(motion.agreeing().getFirst().otherFrom()
                                - motion.stretch().otherFrom())
                        <= CLOSE;
    }

    private Motion motion(Slide slide, AlignedFilms films, PairedFilms.Timing timing) {
        double from = second(slide.first());
        double to = second(slide.last() + 1);
        double shown = timing.at((from + to) / 2);
        return new StillMatcher(mine.only(slide.middle()), other).compare(films, new Stretch(from, to, shown, shown));
    }

    private static double seconds(List<Motion> motions) {
        return motions.stream()
                .mapToDouble(motion -> motion.stretch().to() - motion.stretch().from())
                .sum();
    }

    private double second(int picture) {
        return picture < mine.size() ? mine.millis()[picture] / 1000.0 : mine.seconds();
    }

    /** Empty unless most of the pictures belong to stills. */
    private List<Slide> slides(int[] pictures) {
        List<Slide> slides = new ArrayList<>();
        int standing = 0;
        for (int from = 0; from < pictures.length; ) {
            int to = from + 1;
            while (to < pictures.length && stands(pictures[to])) {
                to++;
            }
            if (to - from >= SHORTEST) {
                slides.add(new Slide(pictures[from], pictures[to - 1]));
                standing += to - from;
            }
            from = to;
        }
        return standing >= MOSTLY * pictures.length ? slides : List.of();
    }

    private boolean stands(int picture) {
        for (int pixel = 0; pixel < mine.pixels(); pixel++) {
            if (Math.abs(mine.grey(picture, pixel) - mine.grey(picture - 1, pixel)) > STANDING) {
                return false;
            }
        }
        return true;
    }
}
