package ma.balagh.analysis.examination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ma.balagh.analysis.examination.ExaminationView.RectangleView;
import ma.balagh.analysis.footage.AlterationKind;
import ma.balagh.analysis.footage.FootageMatch.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a match is about in one of its media: some of its seconds, and where in the picture.
 *
 * @param area null for the whole picture
 * @param sense what of it
 */
public record MatchExcerpt(List<Interval> seconds, @Nullable RectangleView area, Sense sense) {

    /** How far spans may be off at their ends, in seconds. */
    private static final double EDGE = 1;
    /** Whatever the edges: so much of the time has to be the same. */
    private static final double MOSTLY = 0.8;
    /** So much of the picture has to lie within the other's. */
    private static final double WITHIN = 0.9;

    /** What a match is about: a jingle explains no picture, and a logo no sound. */
    public enum Sense {
        PICTURE,
        SOUND,
        BOTH,
        /** What was filmed there at another time explains nothing. */
        PLACE;

        /** Of a match of that kind, to which that was done. */
        public static Sense of(String kind, List<String> alterations) {
            if (Kind.SHARED_SOUND.name().equals(kind)) {
                return SOUND;
            }
            if (Kind.SAME_SCENE.name().equals(kind)) {
                return PLACE;
            }
            return alterations.contains(AlterationKind.SAME_SOUND.name()) ? BOTH : PICTURE;
        }

        /** A match of pictures is told for its pictures, whatever sounds with them. */
        private boolean explains(Sense explained) {
            return switch (this) {
                case PICTURE -> explained != SOUND;
                case SOUND -> explained == SOUND;
                case BOTH -> true;
                case PLACE -> false;
            };
        }
    }

    /** From one second to another. */
    public record Interval(double from, double to) {}

    public MatchExcerpt {
        seconds = List.copyOf(seconds);
    }

    /** Whether these excerpts of the same medium together hold all that this one has. */
    public boolean isExplainedBy(List<MatchExcerpt> others) {
        List<Interval> explained = others.stream()
                .filter(this::liesWithin)
                .flatMap(other -> other.seconds().stream())
                .toList();
        if (explained.isEmpty()) {
            return false;
        }
        double length = seconds.stream().mapToDouble(MatchExcerpt::length).sum();
        if (length == 0) {
            return seconds.stream().allMatch(moment -> explained.stream().anyMatch(span -> holds(span, moment)));
        }
        double covered = 0;
        for (Interval one : united(seconds)) {
            for (Interval other : united(explained)) {
                covered += Math.max(0, Math.min(one.to(), other.to()) - Math.max(one.from(), other.from()));
            }
        }
        double own = united(seconds).stream().mapToDouble(MatchExcerpt::length).sum();
        return covered >= MOSTLY * own && own - covered <= EDGE;
    }

    /** A logo in a corner lasts as long as the film that it is laid over, and explains nothing of it. */
    private boolean liesWithin(MatchExcerpt other) {
        return other.sense.explains(sense) && (other.area == null || area(area).within(other.area) >= WITHIN);
    }

    private static RectangleView area(@Nullable RectangleView area) {
        return area == null ? RectangleView.ALL : area;
    }

    private static boolean holds(Interval span, Interval moment) {
        return span.from() - EDGE / 2 <= moment.from() && moment.to() <= span.to() + EDGE / 2;
    }

    private static double length(Interval interval) {
        return interval.to() - interval.from();
    }

    /** The same seconds, none of them twice. */
    private static List<Interval> united(List<Interval> intervals) {
        List<Interval> united = new ArrayList<>();
        for (Interval next : intervals.stream()
                .sorted(Comparator.comparingDouble(Interval::from))
                .toList()) {
            Interval last = united.isEmpty() ? null : united.getLast();
            if (last != null && next.from() <= last.to()) {
                united.set(united.size() - 1, new Interval(last.from(), Math.max(last.to(), next.to())));
            } else {
                united.add(next);
            }
        }
        return united;
    }
}
