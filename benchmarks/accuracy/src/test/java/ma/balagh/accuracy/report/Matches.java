package ma.balagh.accuracy.report;

import java.util.List;
import ma.balagh.accuracy.report.Match.Kind;
import ma.balagh.accuracy.report.Match.Span;

/** Matches for tests. */
final class Matches {

    private Matches() {}

    static Match match(String query, String known, Kind kind, double score, Span... spans) {
        return new Match(query, known, kind, kind.isOfMoments() ? "YES" : "NO", List.of(spans), score);
    }

    static Match undecided(String query, String known, double score) {
        return new Match(query, known, Kind.SAME_SCENE, "UNKNOWN", List.of(), score);
    }
}
