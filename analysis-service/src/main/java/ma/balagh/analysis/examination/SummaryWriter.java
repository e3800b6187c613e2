package ma.balagh.analysis.examination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.analysis.examination.ExaminationView.MatchView;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingGroup;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingTexts;
import ma.balagh.analysis.finding.LaboratoryMethod;

/** Writes the {@link ExaminationSummary} in one language. */
final class SummaryWriter {

    /** What could not be known is named in this order: first what a judge asks first. */
    private static final List<String> ASKED_FIRST = Stream.of(
                    LaboratoryMethod.METADATA_RECORDED_ON,
                    LaboratoryMethod.TIMES_CONSISTENCY,
                    LaboratoryMethod.METADATA_LOCATION,
                    LaboratoryMethod.PLACES_CONSISTENCY,
                    LaboratoryMethod.FOOTAGE_COMPARISON,
                    LaboratoryMethod.SOUND_COMPARISON,
                    LaboratoryMethod.MEDIA_DECODING,
                    LaboratoryMethod.STRUCTURE_ORIGIN,
                    LaboratoryMethod.CODING_FRAMES,
                    LaboratoryMethod.CODING_COMPRESSION,
                    LaboratoryMethod.PICTURE_SCREEN)
            .map(LaboratoryMethod::id)
            .toList();

    /** Methods whose observations are for everybody to weigh; the others' are for specialists. */
    private static final Set<String> FOR_EVERYBODY = Stream.of(
                    LaboratoryMethod.TIMES_CONSISTENCY,
                    LaboratoryMethod.PLACES_CONSISTENCY,
                    LaboratoryMethod.STRUCTURE_CONSISTENCY,
                    LaboratoryMethod.CODING_FRAMES,
                    LaboratoryMethod.PICTURE_QUALITY,
                    LaboratoryMethod.PICTURE_SCREEN,
                    LaboratoryMethod.CREDENTIALS_CONTENT)
            .map(LaboratoryMethod::id)
            .collect(Collectors.toUnmodifiableSet());

    private static final String CREDENTIALS = LaboratoryMethod.CREDENTIALS_CONTENT.id();

    private static final int CONTRADICTIONS_NAMED = 3;
    private static final int OBSERVATIONS_NAMED = 2;

    private final SummaryTexts phrases;
    private final FindingTexts words;
    private final List<Finding> findings;
    private final List<MatchView> matches;

    SummaryWriter(FindingTexts words, List<Finding> findings, List<MatchView> matches) {
        this.phrases = new SummaryTexts(words);
        this.words = words;
        this.findings = findings;
        this.matches = matches;
    }

    String text(ExaminationState state) {
        return switch (state) {
            case QUEUED, RUNNING -> phrases.of("under-way");
            case UNREADABLE -> phrases.text(List.of(unreadable()));
            case COMPLETED -> phrases.text(completed());
        };
    }

    private String unreadable() {
        List<String> why = findings.stream()
                .filter(finding -> finding.result() == FindingResult.FAIL)
                .map(words::clause)
                .toList();
        return phrases.joined(Stream.concat(
                        Stream.of(phrases.with("unreadable", Map.of("why", phrases.joined(why)))), secured())
                .toList());
    }

    private List<String> completed() {
        List<String> sentences = new ArrayList<>();
        sentences.add(identity());
        of(FindingGroup.DECLARATION).map(words::clause).forEach(sentences::add);
        sentences.addAll(contradictionsAndMatches());
        weighed().ifPresent(sentences::add);
        unknown().ifPresent(sentences::add);
        return sentences;
    }

    private String identity() {
        Stream<String> origin = findings.stream()
                .filter(finding -> finding.method().equals(LaboratoryMethod.STRUCTURE_ORIGIN.id()))
                .filter(finding -> Set.of(FindingGroup.OBSERVATION, FindingGroup.CONFIRMATION)
                        .contains(FindingGroup.of(finding)))
                .map(words::clause);
        return phrases.joined(Stream.of(
                        Stream.of(MediumDescription.of(findings).in(phrases)),
                        secured(),
                        origin,
                        RecordingClaim.of(findings).in(phrases),
                        signed())
                .flatMap(clauses -> clauses)
                .toList());
    }

    private Stream<String> secured() {
        return findings.stream().anyMatch(finding -> finding.code().equals(DigestStatement.SAME.code()))
                ? Stream.of(phrases.of("secured"))
                : Stream.empty();
    }

    /** Whether somebody signed it, where nothing is wrong with that: what is wrong stands among the contradictions. */
    private Stream<String> signed() {
        return findings.stream().flatMap(finding -> {
            if (finding.code().equals(CREDENTIALS + ".valid")) {
                return Stream.of(
                        phrases.of("signed", Map.of("signer", finding.facts().getOrDefault("signer", ""))));
            }
            return finding.code().equals(CREDENTIALS + ".absent") ? Stream.of(phrases.of("unsigned")) : Stream.empty();
        });
    }

    /** In one sentence where there is neither. */
    private List<String> contradictionsAndMatches() {
        List<Finding> contradictions = of(FindingGroup.CONTRADICTION).toList();
        List<String> matched = matched();
        if (!contradictions.isEmpty()) {
            return Stream.concat(Stream.of(contradicted(contradictions)), matched.stream())
                    .toList();
        }
        String none = phrases.of("no-contradiction");
        return matches.isEmpty()
                ? List.of(phrases.joined(
                        Stream.concat(Stream.of(none), matched.stream()).toList()))
                : Stream.concat(Stream.of(none), matched.stream()).toList();
    }

    private String contradicted(List<Finding> contradictions) {
        List<String> named = clauses(contradictions, CONTRADICTIONS_NAMED);
        return phrases.with("contradictions", contradictions.size(), Map.of("what", phrases.joined(named)));
    }

    /** The first of them, and how many more there are. */
    private List<String> clauses(List<Finding> told, int named) {
        List<String> clauses =
                new ArrayList<>(told.stream().limit(named).map(words::clause).toList());
        if (told.size() > named) {
            clauses.add(phrases.counting("more", told.size() - named));
        }
        return clauses;
    }

    private List<String> matched() {
        if (!matches.isEmpty()) {
            return List.of(phrases.joined(MatchSummary.of(matches).in(phrases)));
        }
        return findings.stream()
                .filter(finding -> finding.method().equals(LaboratoryMethod.FOOTAGE_COMPARISON.id()))
                .findFirst()
                .map(finding -> FindingGroup.of(finding) == FindingGroup.UNKNOWN
                        ? List.<String>of()
                        : List.of(phrases.of("no-match")))
                .orElseGet(() -> List.of(phrases.of("not-compared")));
    }

    private Optional<String> weighed() {
        List<String> clauses = clauses(
                of(FindingGroup.OBSERVATION)
                        .filter(finding -> FOR_EVERYBODY.contains(finding.method()))
                        .toList(),
                OBSERVATIONS_NAMED);
        return clauses.isEmpty()
                ? Optional.empty()
                : Optional.of(phrases.with("weigh", Map.of("what", phrases.joined(clauses))));
    }

    private Optional<String> unknown() {
        List<String> points = findings.stream()
                .sorted(Comparator.comparingInt(SummaryWriter::rank))
                .map(words::unknown)
                .filter(point -> !point.isEmpty())
                .distinct()
                .toList();
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(phrases.with("unknown", Map.of("what", phrases.listed(points))));
    }

    private static int rank(Finding finding) {
        int asked = ASKED_FIRST.indexOf(finding.method());
        return asked < 0 ? ASKED_FIRST.size() : asked;
    }

    private Stream<Finding> of(FindingGroup group) {
        return findings.stream().filter(finding -> FindingGroup.of(finding) == group);
    }
}
