package ma.balagh.accuracy.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ma.balagh.accuracy.copies.AlteredCopy;
import ma.balagh.accuracy.metric.ConfidenceRate;
import ma.balagh.accuracy.metric.VideoPair;
import org.jspecify.annotations.Nullable;

/** What is said of pairs of videos, of which the truth is known; a pair counts once, by the match that claims most. */
final class PairOutcomeCounter {

    /** What the two of a pair have in common in truth. */
    enum Relation {
        /** Both show some of the same moments. */
        SAME_MOMENTS("the same moments"),
        /** One place, other times. */
        SAME_PLACE("the same place at another time"),
        UNRELATED("unrelated");

        private final String words;

        Relation(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** A match and the truth about its pair. */
    record Outcome(LaboratoryMatch match, Relation relation) {

        /** A moment or a place is claimed that they do not have in common. */
        boolean isRight() {
            return switch (relation) {
                case SAME_MOMENTS -> match.kind().isOfMoments() || !"NO".equals(match.sameMoments());
                case SAME_PLACE -> match.kind() == LaboratoryMatch.Kind.SAME_SCENE;
                case UNRELATED -> false;
            };
        }
    }

    private final Map<Relation, Long> pairs = new EnumMap<>(Relation.class);
    private final List<Outcome> outcomes = new ArrayList<>();

    /** Copies and the known media; those named after one place, before the first dot, are of one place. */
    void add(CopyMeasurement measurement) {
        Map<String, AlteredCopy> copies =
                measurement.set().copies().stream().collect(Collectors.toMap(AlteredCopy::file, copy -> copy));
        Map<VideoPair, LaboratoryMatch> said = strongest(measurement.matches(), false);
        for (AlteredCopy copy : copies.values()) {
            for (String known : measurement.set().known()) {
                Relation relation = copy.shows(known)
                        ? Relation.SAME_MOMENTS
                        : copy.spans().stream()
                                        .anyMatch(span -> place(span.source()).equals(place(known)))
                                ? Relation.SAME_PLACE
                                : Relation.UNRELATED;
                add(said.get(new VideoPair(copy.file(), known)), relation);
            }
        }
    }

    /** Clips of places, each compared with each: none is a copy of another. */
    void addPlaces(List<String> clips, List<LaboratoryMatch> matches) {
        Map<VideoPair, LaboratoryMatch> said = strongest(matches, true);
        for (int one = 0; one < clips.size(); one++) {
            for (int two = one + 1; two < clips.size(); two++) {
                add(
                        said.get(unordered(clips.get(one), clips.get(two))),
                        place(clips.get(one)).equals(place(clips.get(two))) ? Relation.SAME_PLACE : Relation.UNRELATED);
            }
        }
    }

    private void add(@Nullable LaboratoryMatch match, Relation relation) {
        pairs.merge(relation, 1L, Long::sum);
        if (match != null) {
            outcomes.add(new Outcome(match, relation));
        }
    }

    static String place(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private static VideoPair unordered(String one, String two) {
        return one.compareTo(two) < 0 ? new VideoPair(one, two) : new VideoPair(two, one);
    }

    /** Of each pair the match that claims most; sound alone is none. */
    private static Map<VideoPair, LaboratoryMatch> strongest(List<LaboratoryMatch> matches, boolean unordered) {
        var strongest = new HashMap<VideoPair, LaboratoryMatch>();
        for (LaboratoryMatch match : matches) {
            if (match.kind() != LaboratoryMatch.Kind.SHARED_SOUND) {
                strongest.merge(
                        unordered ? unordered(match.query(), match.known()) : match.pair(),
                        match,
                        (one, two) -> two.kind().compareTo(one.kind()) > 0 ? two : one);
            }
        }
        return strongest;
    }

    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    private ConfidenceRate rate(Relation relation, Predicate<LaboratoryMatch> said) {
        return ConfidenceRate.of(
                outcomes.stream()
                        .filter(outcome -> outcome.relation() == relation && said.test(outcome.match()))
                        .count(),
                pairs.getOrDefault(relation, 0L));
    }

    /** How often each kind of match is said of pairs of each relation. */
    MarkdownTable table() {
        var table = new MarkdownTable("pairs of", "pairs", "COPY", "SHARED_SPAN", "SAME_SCENE", "of moments, wrongly");
        for (Relation relation : List.of(Relation.SAME_PLACE, Relation.UNRELATED)) {
            table.row(
                    relation,
                    pairs.getOrDefault(relation, 0L),
                    rate(relation, match -> match.kind() == LaboratoryMatch.Kind.COPY),
                    rate(relation, match -> match.kind() == LaboratoryMatch.Kind.SHARED_SPAN),
                    rate(relation, match -> match.kind() == LaboratoryMatch.Kind.SAME_SCENE),
                    rate(relation, match -> match.kind().isOfMoments()));
        }
        return table;
    }

    /** Matches of moments of pairs that have none in common, one a line, the highest score first. */
    List<String> falseMatches() {
        return outcomes.stream()
                .filter(outcome -> outcome.relation() != Relation.SAME_MOMENTS)
                .map(Outcome::match)
                .filter(match -> match.kind().isOfMoments())
                .sorted((one, two) -> Double.compare(two.score(), one.score()))
                .map(match -> "%s %.2f: %s ~ %s".formatted(match.kind(), match.score(), match.query(), match.known()))
                .toList();
    }

    /** Counts of kinds by place, for clips named after their places. */
    static Map<String, PairOutcomeCounter> byPlace(List<String> clips, List<LaboratoryMatch> matches) {
        var places = new TreeMap<String, PairOutcomeCounter>();
        clips.stream().collect(Collectors.groupingBy(PairOutcomeCounter::place)).forEach((place, ofPlace) -> {
            var outcomes = new PairOutcomeCounter();
            outcomes.addPlaces(ofPlace, matches);
            places.put(place, outcomes);
        });
        return places;
    }

    long pairs(Relation relation) {
        return pairs.getOrDefault(relation, 0L);
    }

    long count(Relation relation, LaboratoryMatch.Kind kind) {
        return rate(relation, match -> match.kind() == kind).count();
    }
}
