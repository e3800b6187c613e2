package ma.balagh.analysis.footage;

import java.util.List;
import ma.balagh.analysis.footage.FootageMatch.Kind;
import ma.balagh.analysis.footage.FootageMatch.Span;
import ma.balagh.analysis.footage.PictureAlignment.Rectangle;

/**
 * Decides which of a medium's matches are copies. A medium that mostly shows the other is its copy, and so is one that
 * holds all of it or, framed by other footage, a piece of it. What stands at the beginning of both is an intro, what
 * stands at the end an outro, what lies behind an inset a background: shared, and no more.
 */
final class MatchClassifier {

    /** Of a copy, this share or more is the other's footage. */
    private static final double MOSTLY = 0.7;
    /** So much is enough where both last as long and the same moments show the same. */
    private static final double HALF = 0.5;
    /** From this share on, all of the other is there. */
    private static final double ALL = 0.9;
    /** Samples are no further apart, in seconds: what differs by no more is the same. */
    private static final double NOTHING = 0.3;
    /** A copy has at least this share of the details, where it lies. */
    private static final double SAME = 0.28;
    /** Closer to an end than this many seconds is at the end. */
    private static final double EDGE = 1;

    private final double duration;
    private final List<FootageMatch> matches;

    /** @param duration of the medium, in seconds */
    MatchClassifier(double duration, List<FootageMatch> matches) {
        this.duration = duration;
        this.matches = List.copyOf(matches);
    }

    List<FootageMatch> decided() {
        return matches.stream().map(match -> match.as(kind(match))).toList();
    }

    private Kind kind(FootageMatch match) {
        if (match.kind() == Kind.SAME_SCENE) {
            return Kind.SAME_SCENE;
        }
        if (isBackground(match) || isSimilarScene(match)) {
            return Kind.SHARED_SPAN;
        }
        Span first = match.spans().getFirst();
        Span last = match.spans().getLast();
        boolean atStart = first.from() < EDGE;
        boolean atEnd = last.to() > duration - EDGE;
        boolean isIntro = atStart && first.otherFrom() < EDGE && otherRest(match) > NOTHING;
        if (match.coverage() >= ALL
                || isInStep(match)
                || match.coverage() >= MOSTLY && !(isIntro && goOnApart(match))) {
            return Kind.COPY;
        }
        boolean isCopy = !isIntro && (match.otherCoverage() >= ALL || !atStart && !atEnd);
        return isCopy ? Kind.COPY : Kind.SHARED_SPAN;
    }

    /** Another match shows that something else stands in front of it, in the same seconds. */
    private boolean isBackground(FootageMatch match) {
        return !isInset(match)
                && matches.stream()
                        .anyMatch(front -> !front.evidenceId().equals(match.evidenceId())
                                && isInset(front)
                                && isBehind(match, front)
                                && overlap(front, match) > length(match) / 2);
    }

    /** Not beside it, as the other half of a divided picture. */
    private static boolean isBehind(FootageMatch match, FootageMatch front) {
        Rectangle area = front.area();
        return match.area().common(area) > area.area() / 2;
    }

    /** Few details are the same and only for a while: the same place or table, but something else happens there. */
    private boolean isSimilarScene(FootageMatch match) {
        return match.view() != null
                && match.view().detail() < SAME
                && duration > 0
                && Math.max(match.coverage(), match.otherCoverage()) < MOSTLY;
    }

    /**
     * In step with a medium of the same length, and recognised by details: frames that have too few of them are most likely
     * the same, too. Where whole pictures were compared, what is not recognised is something else.
     */
    private boolean isInStep(FootageMatch match) {
        return match.view() != null
                && match.coverage() >= HALF
                && Math.abs(duration - length(match) - otherRest(match)) <= NOTHING
                && match.spans().stream()
                        .allMatch(span -> Math.abs(span.from() - span.otherFrom()) <= NOTHING
                                && Math.abs(span.to() - span.otherTo()) <= NOTHING);
    }

    /** Behind their intro, films go on for different times; what is only not recognised has the same length in both. */
    private boolean goOnApart(FootageMatch match) {
        return Math.abs(duration - length(match) - otherRest(match)) > EDGE;
    }

    /** Of the other, the seconds that are not here. */
    private static double otherRest(FootageMatch match) {
        double here = match.spans().stream()
                .mapToDouble(span -> span.swapped().length())
                .sum();
        return match.otherCoverage() == 0 ? 0 : here / match.otherCoverage() - here;
    }

    private static boolean isInset(FootageMatch match) {
        return match.view() != null && match.view().isInset();
    }

    private static double length(FootageMatch match) {
        return match.spans().stream().mapToDouble(Span::length).sum();
    }

    private static double overlap(FootageMatch one, FootageMatch other) {
        double seconds = 0;
        for (Span a : one.spans()) {
            for (Span b : other.spans()) {
                seconds += Math.max(0, Math.min(a.to(), b.to()) - Math.max(a.from(), b.from()));
            }
        }
        return seconds;
    }
}
