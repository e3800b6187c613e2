package ma.balagh.accuracy.report;

import java.util.List;
import ma.balagh.accuracy.report.LaboratoryMatch.Kind;
import ma.balagh.accuracy.report.LaboratoryMatch.Span;

/** Matches for tests. */
final class Matches {

    private Matches() {}

    static LaboratoryMatch match(String query, String known, Kind kind, double score, Span... spans) {
        return new LaboratoryMatch(query, known, kind, kind.isOfMoments() ? "YES" : "NO", List.of(spans), score);
    }

    static LaboratoryMatch undecided(String query, String known, double score) {
        return new LaboratoryMatch(query, known, Kind.SAME_SCENE, "UNKNOWN", List.of(), score);
    }
}
