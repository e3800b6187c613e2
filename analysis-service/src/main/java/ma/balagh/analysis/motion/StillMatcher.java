package ma.balagh.analysis.motion;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import ma.balagh.analysis.motion.MotionMatcher.Motion;
import ma.balagh.analysis.motion.MotionMatcher.Outcome;
import ma.balagh.analysis.motion.MotionMatcher.Stretch;

/**
 * The same question of a still and a film: whether what the still shows before the film's background is what the film
 * shows at that moment. Of two stills nobody can tell: neither has a background.
 */
final class StillMatcher {

    /** Seconds by which a match's time may be off. */
    private static final double EARLIER = -0.625;

    /** Seconds from there at which it is laid upon the film: where a camera moves, it lies well upon one picture alone. */
    private static final double[] AROUND = {-0.5, -0.25, 0, 0.25, 0.5};

    private static final double STEP = 0.125;
    private static final int STEPS = 11;
    /** With the moment known better, the pictures lie better upon each other. */
    private static final int AGAIN = 2;

    private static final double SURE = 0.82;
    /** What would tell one moment from another may lie below what covers the still. */
    private static final double SURE_IF_COVERED = 0.88;
    /** Share of what the film shows before its background that has to be beside that cover. */
    private static final double SEEN_IF_COVERED = 0.65;
    /** The same where hardly anything is covered: what is, is something that the film does not show. */
    private static final double SEEN = 0.88;

    /** Enough of a still between two pictures of the film, by so much nearer to it than to each other. */
    private static final double SURE_IF_BETWEEN = 0.78;

    private static final double NEARER = 0.15;
    private static final double CHANCE = 0.5;
    /** By so much may the details of the still and the film differ more than those of the film's own next picture. */
    private static final double BLURRED = 0.06;

    private final FilmThumbnails mine;
    private final FilmThumbnails other;

    StillMatcher(FilmThumbnails mine, FilmThumbnails other) {
        this.mine = mine;
        this.other = other;
    }

    /** The moment at which the film is most like the still, with the pictures upon each other in one way. */
    private record Look(
            AlignedFilms films, SurroundingFilmReader around, double second, SurroundingFilmReader.Likeness likeness) {

        double agreement() {
            return Math.abs(likeness.correlation());
        }

        boolean isSure() {
            double seen = around.seen(second);
            if (!around.isAllSeen()) {
                return seen >= SEEN_IF_COVERED && agreement() >= SURE_IF_COVERED;
            }
            return seen >= SEEN && agreement() >= (isBetween() ? SURE_IF_BETWEEN : SURE);
        }

        private boolean isBetween() {
            return agreement() >= around.neighbours(second).correlation() + NEARER;
        }

        /** As much as the film's own pictures look like each other. */
        boolean isOfThisPlace() {
            return Math.abs(around.details(second)) >= around.neighboursDetails(second) - BLURRED;
        }

        /** The film changes slowly, and all of the still is seen. */
        boolean isClear() {
            return around.isAllSeen() && around.neighbours(second).correlation() >= SURE;
        }

        Outcome outcome() {
            if (likeness.lesser() < MotionSegmentDetector.QUIET) {
                return likeness.greater() >= MotionSegmentDetector.LIVELY && isClear() ? Outcome.OTHER : Outcome.STILL;
            }
            if (isSure() && isOfThisPlace()) {
                return Outcome.SAME;
            }
            return agreement() < CHANCE && isClear() ? Outcome.OTHER : Outcome.UNDECIDED;
        }
    }

    Motion compare(AlignedFilms films, Stretch stretch) {
        if (mine.size() == 1 && other.size() == 1) {
            ImageRegistration registration =
                    ImageRegistration.of(films, mine, other, new FilmPairReader.Timing(1, 0), new int[] {0});
            return new Motion(Outcome.STILL, stretch, 0, registration.correlation(), List.of());
        }
        boolean isStill = mine.size() == 1;
        double second = isStill ? (stretch.otherFrom() + stretch.otherTo()) / 2 : (stretch.from() + stretch.to()) / 2;
        Look look = look(films, second, IntStream.range(0, films.cells()).toArray());
        Look best = look;
        for (int again = 0; again < AGAIN; again++) {
            look = look(look.films(), look.second(), look.around().openCells());
            best = look.agreement() > best.agreement() ? look : best;
        }
        Outcome outcome = best.outcome();
        Stretch exact = isStill
                ? new Stretch(stretch.from(), stretch.to(), best.second(), best.second())
                : new Stretch(best.second(), best.second(), stretch.otherFrom(), stretch.otherTo());
        return new Motion(
                outcome,
                stretch,
                best.likeness().correlation(),
                best.around().details(best.second()),
                outcome == Outcome.SAME ? List.of(exact) : List.of());
    }

    /** @param cells by which the still is laid upon the film's pictures of about that second */
    private Look look(AlignedFilms films, double second, int[] cells) {
        AlignedFilms placed = DoubleStream.of(AROUND)
                .mapToObj(later -> registration(films, second + later, cells))
                .reduce((one, next) -> Math.abs(next.correlation()) > Math.abs(one.correlation()) ? next : one)
                .orElseThrow()
                .films();
        var around = new SurroundingFilmReader(placed, mine, other, second);
        return IntStream.range(0, STEPS)
                .mapToDouble(step -> second + EARLIER + step * STEP)
                .mapToObj(at -> new Look(placed, around, at, around.at(at)))
                .reduce((one, next) -> next.agreement() > one.agreement() ? next : one)
                .orElseThrow();
    }

    private ImageRegistration registration(AlignedFilms films, double second, int[] cells) {
        boolean isStill = mine.size() == 1;
        var timing = new FilmPairReader.Timing(0, isStill ? second : 0);
        return ImageRegistration.ofStill(films, mine, other, timing, isStill ? 0 : mine.nearest(second), cells);
    }
}
