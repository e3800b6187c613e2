package ma.balagh.accuracy.report;

import java.util.List;
import java.util.Locale;
import ma.balagh.accuracy.metric.ConfidenceRate;
import ma.balagh.accuracy.report.PairOutcomeCounter.Outcome;

/** How often a match of each kind is wrong, by its score. */
final class CalibrationTable {

    private static final int BANDS = 10;

    /** Fewer say nothing about a rate. */
    private static final int ENOUGH = 20;

    private final List<Outcome> outcomes;

    CalibrationTable(List<Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    private static int band(double score) {
        return Math.clamp((int) (score * BANDS), 0, BANDS - 1);
    }

    private static ConfidenceRate errors(List<Outcome> outcomes) {
        return ConfidenceRate.of(
                outcomes.stream().filter(outcome -> !outcome.isRight()).count(), outcomes.size());
    }

    @Override
    public String toString() {
        var table = new MarkdownTable("kind", "score", "matches", "wrong");
        for (LaboratoryMatch.Kind kind :
                List.of(LaboratoryMatch.Kind.COPY, LaboratoryMatch.Kind.SHARED_SPAN, LaboratoryMatch.Kind.SAME_SCENE)) {
            List<Outcome> ofKind = outcomes.stream()
                    .filter(outcome -> outcome.match().kind() == kind)
                    .toList();
            for (int number = 0; number < BANDS; number++) {
                int band = number;
                List<Outcome> inBand = ofKind.stream()
                        .filter(outcome -> band(outcome.match().score()) == band)
                        .toList();
                if (!inBand.isEmpty()) {
                    table.row(
                            kind,
                            String.format(Locale.ROOT, "%.1f to %.1f", band / 10.0, (band + 1) / 10.0),
                            inBand.size(),
                            inBand.size() < ENOUGH ? errors(inBand).count() + ", too few for a rate" : errors(inBand));
                }
            }
            table.row(kind, "all", ofKind.size(), errors(ofKind));
        }
        return table.toString();
    }
}
