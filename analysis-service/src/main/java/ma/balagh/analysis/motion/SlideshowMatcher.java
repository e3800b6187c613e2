package ma.balagh.analysis.motion;

import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.motion.MotionMatcher.Motion;
import ma.balagh.analysis.motion.MotionMatcher.Outcome;
import ma.balagh.analysis.motion.MotionMatcher.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * The same question where one of both shows stills one after another: nothing moves in them, but each shows, or does not,
 * what the other, a film, shows at its moment.
 */
final class SlideshowMatcher {

    /** A picture that stands differs from the one before by so many greys at most, in any pixel. */
    private static final int STANDING = 8;
    /** Pictures of a still at least: half a second. */
    private static final int SHORTEST = 3;
    /** Share of the pictures that belong to stills. */
    private static final double MOSTLY = 0.8;

    /**
     * Of the seconds that say anything, so many have to agree: of five stills one or two stand by chance where others
     * stood.
     */
    private static final double MOST = 0.75;
    /** One still alone is judged by what moves in it: nothing. */
    private static final int FEWEST = 2;

    /** Seconds by which a still's moment may be off. */
    private static final double CLOSE = 0.65;

    private final FilmThumbnails mine;
    private final FilmThumbnails other;

    SlideshowMatcher(FilmThumbnails mine, FilmThumbnails other) {
        this.mine = mine;
        this.other = other;
    }

    /** A still, shown between two seconds of its medium, and one picture of it. */
    private record Slide(int picture, double from, double to) {}

    /**
     * Null where fewer than two stills show what the film shows at their moments, or where too many others show something
     * else.
     */
    @Nullable
    Motion compare(AlignedFilms films, Stretch stretch) {
        FilmPairReader.Timing timing = stretch.timing();
        Motion found = judged(
                slides(mine, stretch.from(), stretch.to()).stream()
                        .map(still -> ofMine(still, films, timing))
                        .toList(),
                stretch);
        return found != null
                ? found
                : judged(
                        slides(other, stretch.otherFrom(), stretch.otherTo()).stream()
                                .map(still -> ofOther(still, films, timing))
                                .toList(),
                        stretch);
    }

    private Motion ofMine(Slide still, AlignedFilms films, FilmPairReader.Timing timing) {
        double shown = timing.at((still.from() + still.to()) / 2);
        return new StillMatcher(mine.only(still.picture()), other)
                .compare(films, new Stretch(still.from(), still.to(), shown, shown));
    }

    private Motion ofOther(Slide still, AlignedFilms films, FilmPairReader.Timing timing) {
        double shown = ((still.from() + still.to()) / 2 - timing.shift()) / timing.speed();
        return new StillMatcher(mine, other.only(still.picture()))
                .compare(films, new Stretch(shown, shown, still.from(), still.to()));
    }

    private static @Nullable Motion judged(List<Motion> motions, Stretch stretch) {
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
        if (motion.outcome() != Outcome.SAME) {
            return false;
        }
        Stretch sought = motion.stretch();
        Stretch exact = motion.agreeing().getFirst();
        return Math.abs(exact.from() - sought.from()) <= CLOSE
                && Math.abs(exact.otherFrom() - sought.otherFrom()) <= CLOSE;
    }

    /** For which the stills are shown. */
    private static double seconds(List<Motion> motions) {
        return motions.stream()
                .map(Motion::stretch)
                .mapToDouble(stretch -> stretch.to() - stretch.from() + stretch.otherTo() - stretch.otherFrom())
                .sum();
    }

    /** Empty unless most of the pictures between two seconds, in either order, belong to stills. */
    private static List<Slide> slides(FilmThumbnails film, double one, double two) {
        int[] pictures = film.between(Math.min(one, two), Math.max(one, two));
        List<Slide> slides = new ArrayList<>();
        int standing = 0;
        for (int from = 0; from < pictures.length; ) {
            int to = from + 1;
            while (to < pictures.length && stands(film, pictures[to])) {
                to++;
            }
            if (to - from >= SHORTEST) {
                int first = first(film, pictures[from]);
                int last = last(film, pictures[to - 1]);
                slides.add(new Slide((first + last) / 2, second(film, first), second(film, last + 1)));
                standing += to - from;
            }
            from = to;
        }
        return standing >= MOSTLY * pictures.length ? slides : List.of();
    }

    /** Of the still of that picture, which may begin before the stretch that was asked about. */
    private static int first(FilmThumbnails film, int picture) {
        int first = picture;
        while (first > 0 && stands(film, first)) {
            first--;
        }
        return first;
    }

    private static int last(FilmThumbnails film, int picture) {
        int last = picture;
        while (last + 1 < film.size() && stands(film, last + 1)) {
            last++;
        }
        return last;
    }

    private static double second(FilmThumbnails film, int picture) {
        return picture < film.size() ? film.millis()[picture] / 1000.0 : film.seconds();
    }

    private static boolean stands(FilmThumbnails film, int picture) {
        for (int pixel = 0; pixel < film.pixels(); pixel++) {
            if (Math.abs(film.grey(picture, pixel) - film.grey(picture - 1, pixel)) > STANDING) {
                return false;
            }
        }
        return true;
    }
}
