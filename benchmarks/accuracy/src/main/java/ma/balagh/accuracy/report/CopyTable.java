package ma.balagh.accuracy.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import ma.balagh.accuracy.copies.AlteredCopy;
import ma.balagh.accuracy.copies.AlteredCopy.CopySpan;
import ma.balagh.accuracy.metric.ConfidenceRate;

/**
 * How many copies are recognised, for each change: found are those of which any seconds were recognised; as copy those of
 * them that are reported as such; seconds is the share of those found whose four ends are right.
 */
final class CopyTable {

    /** Seconds by which an end may be off. */
    private static final double RIGHT = 1;

    /** What became of the copies of one change. */
    private static final class Counts {
        int copies;
        int byFingerprints;
        int found;
        int sameScene;
        int asCopy;
        int placed;
    }

    private final CopyMeasurement measurement;
    private final Map<String, Counts> byChange = new TreeMap<>();
    private final Counts all = new Counts();

    CopyTable(CopyMeasurement measurement) {
        this.measurement = measurement;
        measurement.set().copies().forEach(this::count);
    }

    private void count(AlteredCopy copy) {
        List<LaboratoryMatch> found = ofOriginal(copy, measurement.matches());
        boolean placed = copy.spans().stream()
                .filter(span -> span.source().equals(copy.original()))
                .allMatch(span ->
                        found.stream().flatMap(match -> match.spans().stream()).anyMatch(each -> isRight(each, span)));
        for (Counts counts : List.of(byChange.computeIfAbsent(copy.change(), none -> new Counts()), all)) {
            counts.copies++;
            counts.byFingerprints +=
                    ofOriginal(copy, measurement.byFingerprints()).isEmpty() ? 0 : 1;
            counts.found += found.isEmpty() ? 0 : 1;
            counts.sameScene += found.isEmpty() && isSameScene(copy) ? 1 : 0;
            counts.asCopy += found.stream().anyMatch(match -> match.kind() == LaboratoryMatch.Kind.COPY) ? 1 : 0;
            counts.placed += !found.isEmpty() && placed ? 1 : 0;
        }
    }

    private static List<LaboratoryMatch> ofOriginal(AlteredCopy copy, List<LaboratoryMatch> matches) {
        return matches.stream()
                .filter(match -> match.kind().isOfMoments())
                .filter(match ->
                        match.query().equals(copy.file()) && match.known().equals(copy.original()))
                .toList();
    }

    private boolean isSameScene(AlteredCopy copy) {
        return measurement.matches().stream()
                .anyMatch(match -> match.kind() == LaboratoryMatch.Kind.SAME_SCENE
                        && match.query().equals(copy.file())
                        && match.known().equals(copy.original()));
    }

    private static boolean isRight(LaboratoryMatch.Span found, CopySpan truth) {
        return isNear(found.from(), truth.from())
                && isNear(found.to(), truth.to())
                && isNear(found.otherFrom(), truth.sourceFrom())
                && isNear(found.otherTo(), truth.sourceTo());
    }

    private static boolean isNear(double found, double truth) {
        return Math.abs(found - truth) <= RIGHT;
    }

    @Override
    public String toString() {
        boolean both = !measurement.byFingerprints().isEmpty();
        MarkdownTable table = both
                ? new MarkdownTable("change", "copies", "by fingerprints alone", "found", "as copy", "seconds")
                : new MarkdownTable("change", "copies", "found", "as copy", "seconds");
        byChange.forEach((change, counts) -> row(table, change, counts, both));
        row(table, "all", all, both);
        var precision = new MarkdownTable("copies", "true pairs", "pairs said to match", "micro-AP", "segment-AP")
                .row(
                        all.copies,
                        measurement.truePairs().size(),
                        measurement.predictedPairs().size(),
                        percent(measurement.microAveragePrecision()),
                        percent(measurement.segmentAveragePrecision()));
        return table + "\nfound: " + ConfidenceRate.of(all.found, all.copies) + "; as copy: "
                + ConfidenceRate.of(all.asCopy, all.copies)
                + "; seconds: " + ConfidenceRate.of(all.placed, all.found) + "; as the same scene alone: "
                + ConfidenceRate.of(all.sameScene, all.copies) + "\n\n" + precision;
    }

    private static void row(MarkdownTable table, String name, Counts counts, boolean both) {
        String found = ConfidenceRate.of(counts.found, counts.copies).percent();
        String asCopy = ConfidenceRate.of(counts.asCopy, counts.copies).percent();
        String placed = ConfidenceRate.of(counts.placed, counts.found).percent();
        if (both) {
            String first =
                    ConfidenceRate.of(counts.byFingerprints, counts.copies).percent();
            table.row(name, counts.copies, first, found, asCopy, placed);
        } else {
            table.row(name, counts.copies, found, asCopy, placed);
        }
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
