package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.footage.FootageMatch.Span;
import ma.balagh.analysis.motion.FilmThumbnails;
import ma.balagh.analysis.motion.InsetDrift;
import ma.balagh.analysis.motion.MotionMatcher;
import ma.balagh.analysis.motion.MotionMatcher.Motion;
import ma.balagh.analysis.motion.MotionMatcher.Outcome;
import ma.balagh.analysis.motion.MotionMatcher.Stretch;

/**
 * Keeps of matches the seconds of which the motion agrees, too. What agrees in its standing background alone was filmed at
 * the same place at another time; what does not agree even in that was found by chance and is no match.
 */
final class MotionClassifier {

    /** Correlation of two pictures' details from which they show the same place. */
    private static final double SCENE = 0.5;
    /** The same where one is mirrored or turned, as a place at another time seldom is. */
    private static final double TRANSFORMED_SCENE = 0.7;

    /** Beyond this speed nothing is taken for a copy. */
    private static final double FASTEST = 2.2;
    /** Of what is covered so far, nothing more is to be found. */
    private static final double ALL = 0.9;

    private static final double SHORTEST = 1;

    private final FilmThumbnails mine;
    private final MotionMatcher motion;

    MotionClassifier(FilmThumbnails mine) {
        this.mine = mine;
        this.motion = new MotionMatcher(mine);
    }

    /** What is left of the matches with one medium. */
    List<FootageMatch> of(List<FootageMatch> matches, FilmThumbnails other) {
        List<FootageMatch> copies = new ArrayList<>();
        FootageMatch scene = null;
        double likeness = 0;
        for (FootageMatch match : matches) {
            List<Motion> motions = agreeing(match, other);
            if (motions.stream().anyMatch(found -> found.outcome() == Outcome.SAME)) {
                copies.add(match.withSpans(spans(motions, other)));
            } else {
                Motion best = motions.stream()
                        .max(Comparator.comparingDouble(found -> Math.abs(found.scene())))
                        .orElseThrow();
                double alike = Math.abs(best.scene());
                if (alike > likeness && alike >= least(match)) {
                    likeness = alike;
                    scene = match.sameScene(reason(motions), span(best.stretch(), other), likeness);
                }
            }
        }
        return copies.isEmpty() && scene != null ? List.of(scene) : copies;
    }

    private static double least(FootageMatch match) {
        return match.transformation() == Transformation.NONE ? SCENE : TRANSFORMED_SCENE;
    }

    private List<Motion> motions(FootageMatch match, FilmThumbnails other) {
        return match.spans().stream()
                .map(span -> motion.compare(other, match.alignment(), match.drift(), stretch(span, match.isReversed())))
                .toList();
    }

    private List<Motion> agreeing(FootageMatch match, FilmThumbnails other) {
        List<Motion> found = motions(match, other);
        double agreeing = seconds(found);
        if (agreeing >= ALL * Math.min(mine.seconds(), other.seconds())) {
            return found;
        }
        List<Motion> whole = whole(match, other, match.drift());
        if (seconds(whole) == 0 && match.drift() != InsetDrift.NONE) {
            whole = whole(match, other, InsetDrift.NONE);
        }
        return seconds(whole) > agreeing ? whole : found;
    }

    /** As if one were all of the other, at its own speed: few keyframes before one background tell neither time nor speed. */
    private List<Motion> whole(FootageMatch match, FilmThumbnails other, InsetDrift drift) {
        double speed = other.seconds() / Math.max(SHORTEST, mine.seconds());
        if (speed < 1 / FASTEST || speed > FASTEST) {
            return List.of();
        }
        var all = new Span(0, mine.seconds(), 0, other.seconds());
        return List.of(motion.compare(other, match.alignment(), drift, stretch(all, match.isReversed())));
    }

    private static double seconds(List<Motion> motions) {
        return motions.stream()
                .flatMap(found -> found.agreeing().stream())
                .mapToDouble(stretch -> stretch.to() - stretch.from())
                .sum();
    }

    /** Those that agree, and those of which nothing can be told beside them. */
    private static List<Span> spans(List<Motion> motions, FilmThumbnails other) {
        List<Span> spans = new ArrayList<>();
        for (Motion found : motions) {
            switch (found.outcome()) {
                case SAME -> found.agreeing().forEach(stretch -> spans.add(span(stretch, other)));
                case STILL, UNDECIDED -> spans.add(span(found.stretch(), other));
                case OTHER -> {}
            }
        }
        return spans;
    }

    private static Stretch stretch(Span span, boolean isReversed) {
        return isReversed
                ? new Stretch(span.from(), span.to(), span.otherTo(), span.otherFrom())
                : new Stretch(span.from(), span.to(), span.otherFrom(), span.otherTo());
    }

    /** Played backwards, the other's seconds run down; a span always has them in rising order. */
    private static Span span(Stretch stretch, FilmThumbnails other) {
        double one = Math.clamp(stretch.otherFrom(), 0, other.seconds());
        double two = Math.clamp(stretch.otherTo(), 0, other.seconds());
        return new Span(stretch.from(), stretch.to(), Math.min(one, two), Math.max(one, two));
    }

    private static MomentsReason reason(List<Motion> motions) {
        if (motions.stream().allMatch(found -> found.outcome() == Outcome.STILL)) {
            return MomentsReason.NOTHING_MOVES;
        }
        return motions.stream().anyMatch(found -> found.outcome() == Outcome.UNDECIDED)
                ? MomentsReason.UNDECIDED
                : MomentsReason.MOTION_DIFFERS;
    }
}
