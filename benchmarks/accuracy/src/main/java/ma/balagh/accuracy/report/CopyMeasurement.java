package ma.balagh.accuracy.report;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ma.balagh.accuracy.copies.AlteredCopy;
import ma.balagh.accuracy.copies.CopySet;
import ma.balagh.accuracy.metric.MatchSegment;
import ma.balagh.accuracy.metric.MicroAveragePrecision;
import ma.balagh.accuracy.metric.ScoredPair;
import ma.balagh.accuracy.metric.SegmentAveragePrecision;
import ma.balagh.accuracy.metric.VideoPair;

/**
 * What the laboratory says of a set of copies.
 *
 * @param matches of both stages
 * @param byFingerprints of the first stage alone; empty where that was not measured
 */
record CopyMeasurement(CopySet set, List<LaboratoryMatch> matches, List<LaboratoryMatch> byFingerprints) {

    /** Pairs of a copy and a known medium of which it shows something, that of foreign footage included. */
    Set<VideoPair> truePairs() {
        return set.copies().stream()
                .flatMap(copy -> copy.spans().stream().map(span -> new VideoPair(copy.file(), span.source())))
                .collect(toSet());
    }

    /** Each pair that is said to show the same moments, by its highest score. */
    List<ScoredPair> predictedPairs() {
        Map<VideoPair, Double> scores = matches.stream()
                .filter(match -> match.kind().isOfMoments())
                .collect(toMap(LaboratoryMatch::pair, LaboratoryMatch::score, Math::max));
        return scores.entrySet().stream()
                .map(entry -> new ScoredPair(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(ScoredPair::score).reversed())
                .toList();
    }

    double microAveragePrecision() {
        return MicroAveragePrecision.of(truePairs(), predictedPairs());
    }

    /** Of copies without still pictures, which have no length in one of the two times. */
    double segmentAveragePrecision() {
        Set<String> moving = set.copies().stream()
                .filter(copy -> !copy.hasStills())
                .map(AlteredCopy::file)
                .collect(toSet());
        List<MatchSegment> truth = set.copies().stream()
                .filter(copy -> moving.contains(copy.file()))
                .flatMap(CopyMeasurement::segments)
                .toList();
        List<MatchSegment> predictions = matches.stream()
                .filter(match -> match.kind().isOfMoments() && moving.contains(match.query()))
                .flatMap(CopyMeasurement::segments)
                .toList();
        return SegmentAveragePrecision.of(truth, predictions);
    }

    private static Stream<MatchSegment> segments(AlteredCopy copy) {
        return copy.spans().stream()
                .map(span -> new MatchSegment(
                        new VideoPair(copy.file(), span.source()),
                        span.from(),
                        span.to(),
                        span.sourceFrom(),
                        span.sourceTo(),
                        1));
    }

    private static Stream<MatchSegment> segments(LaboratoryMatch match) {
        return match.spans().stream()
                .map(span -> new MatchSegment(
                        match.pair(), span.from(), span.to(), span.otherFrom(), span.otherTo(), match.score()));
    }
}
