package ma.balagh.analysis.motion;

import java.util.List;
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

    private static final double STEP = 0.125;
    private static final int STEPS = 11;
    private static final int ROUNDS = 3;
    private static final double SURE = 0.85;
    private static final double CHANCE = 0.5;
    /** Enough of a still between two pictures of the film, if its details agree so well. */
    private static final double BETWEEN = 0.75;

    private static final double CLEAR = 0.85;
    private static final double NEARER = 0.15;

    private final Thumbnails mine;
    private final Thumbnails other;

    StillMatcher(Thumbnails mine, Thumbnails other) {
        this.mine = mine;
        this.other = other;
    }

    /** @param neighbours how well the film's pictures before and after agree; 1 where it has one of that second */
    private record Look(double second, double correlation, double lesser, double greater, double neighbours) {

        /** Of equal ones the earlier; before anything was seen, this. */
        Look better(Look before) {
            return before.greater == 0 || Math.abs(correlation) > Math.abs(before.correlation) ? this : before;
        }

        Look with(double neighbours) {
            return new Look(second, correlation, lesser, greater, neighbours);
        }

        /** Between two pictures that differ, the film shows nothing as the still does: both are nearer to it than to each other. */
        boolean isBetween() {
            return Math.abs(correlation) >= BETWEEN && Math.abs(correlation) >= neighbours + NEARER;
        }
    }

    Motion compare(AlignedFilms films, Stretch stretch) {
        if (mine.size() == 1 && other.size() == 1) {
            Registration registration =
                    Registration.of(films, mine, other, new PairedFilms.Timing(1, 0), new int[] {0});
            return new Motion(Outcome.STILL, stretch, 0, registration.correlation(), List.of());
        }
        boolean isStill = mine.size() == 1;
        double second = isStill ? (stretch.otherFrom() + stretch.otherTo()) / 2 : (stretch.from() + stretch.to()) / 2;
        Registration registration = new Registration(films, 0);
        var best = new Look(second, 0, 0, 0, 1);
        for (int round = 0; round < ROUNDS; round++) {
            // Which picture of the film is the still's.
            var timing = isStill ? new PairedFilms.Timing(0, second) : new PairedFilms.Timing(0, 0);
            int moment = isStill ? 0 : mine.nearest(second);
            registration = Registration.of(registration.films(), mine, other, timing, new int[] {moment});
            Look look = look(new PairedFilms(mine, other, registration.films()), isStill, second);
            best = look.better(best);
            second = look.second();
        }
        return motion(stretch, isStill, best, registration.correlation());
    }

    private Look look(PairedFilms films, boolean isStill, double around) {
        Thumbnails film = isStill ? other : mine;
        var smoothing = new Smoothing(films.aligned());
        var pictures = new float[film.size()][];
        for (int k = 0; k < pictures.length; k++) {
            pictures[k] = smoothing.of(isStill ? films.other(k) : films.mine(k));
        }
        float[] background = Foreground.background(pictures, 0, pictures.length);
        float[] still = Foreground.of(smoothing.of(isStill ? films.mine(0) : films.other(0)), background);
        var best = new Look(around, 0, 0, 0, 1);
        for (int step = 0; step < STEPS; step++) {
            double second = around + EARLIER + step * STEP;
            float[] moment = smoothing.of(isStill ? films.otherAt(second) : films.mineAt(second));
            best = look(second, still, Foreground.of(moment, background)).better(best);
        }
        return best.with(neighbours(film, pictures, background, best.second()));
    }

    private static double neighbours(Thumbnails film, float[][] pictures, float[] background, double second) {
        int millis = (int) Math.round(second * 1000);
        int after = film.firstNotBefore(millis);
        if (after == 0 || film.millis()[after] <= millis) {
            return 1;
        }
        return look(second, Foreground.of(pictures[after - 1], background), Foreground.of(pictures[after], background))
                .correlation();
    }

    private static Look look(double second, float[] still, float[] moment) {
        double both = 0;
        double one = 0;
        double two = 0;
        for (int k = 0; k < still.length; k++) {
            both += still[k] * moment[k];
            one += still[k] * still[k];
            two += moment[k] * moment[k];
        }
        return new Look(
                second,
                both / Math.sqrt(one * two + 1e-9),
                Math.min(one, two) / still.length,
                Math.max(one, two) / still.length,
                1);
    }

    private static Motion motion(Stretch stretch, boolean isStill, Look look, double scene) {
        double correlation = Math.abs(look.correlation());
        Outcome outcome;
        if (look.lesser() < MotionRuns.QUIET) {
            outcome = look.greater() >= MotionRuns.LIVELY ? Outcome.OTHER : Outcome.STILL;
        } else if (correlation >= SURE || look.isBetween() && Math.abs(scene) >= CLEAR) {
            outcome = Outcome.SAME;
        } else {
            outcome = correlation < CHANCE ? Outcome.OTHER : Outcome.UNDECIDED;
        }
        Stretch exact = isStill
                ? new Stretch(stretch.from(), stretch.to(), look.second(), look.second())
                : new Stretch(look.second(), look.second(), stretch.otherFrom(), stretch.otherTo());
        return new Motion(
                outcome, stretch, look.correlation(), scene, outcome == Outcome.SAME ? List.of(exact) : List.of());
    }
}
