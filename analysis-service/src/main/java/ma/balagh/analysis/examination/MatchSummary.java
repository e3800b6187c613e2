package ma.balagh.analysis.examination;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.examination.ExaminationView.Counterpart;
import ma.balagh.analysis.examination.ExaminationView.KnownView;
import ma.balagh.analysis.examination.ExaminationView.MatchView;
import ma.balagh.analysis.footage.SameMoments;

/**
 * What a medium has in common with which others, by the kind of match.
 *
 * @param byKind each other medium once
 */
record MatchSummary(Map<Kind, List<MatchView>> byKind) {

    /** In the order of the sentences. */
    enum Kind {
        COPY,
        SHARED_SPAN,
        SAME_SCENE,
        /** The same place, and nothing tells whether at another time. */
        SAME_PLACE,
        SHARED_SOUND;

        static Kind of(MatchView match) {
            Kind kind = valueOf(match.kind());
            return kind == SAME_SCENE && match.sameMoments() == SameMoments.UNKNOWN ? SAME_PLACE : kind;
        }
    }

    private static final int KNOWN_NAMED = 2;

    static MatchSummary of(List<MatchView> matches) {
        // A match with known footage is listed twice: as what is known, and as the evidence that shows it.
        Set<UUID> known = matches.stream()
                .map(match -> match.with().known())
                .filter(Objects::nonNull)
                .map(KnownView::evidenceId)
                .filter(Objects::nonNull)
                .collect(toSet());
        Map<Kind, List<MatchView>> byKind = new EnumMap<>(Kind.class);
        matches.stream()
                .filter(match -> match.with().known() != null
                        || !known.contains(match.with().id()))
                .forEach(match -> {
                    List<MatchView> alike = byKind.computeIfAbsent(Kind.of(match), k -> new ArrayList<>());
                    if (alike.stream()
                            .noneMatch(other ->
                                    other.with().id().equals(match.with().id()))) {
                        alike.add(match);
                    }
                });
        return new MatchSummary(byKind);
    }

    /** A clause for each kind. */
    List<String> in(SummaryTexts phrases) {
        return byKind.entrySet().stream()
                .map(entry -> clause(entry.getKey(), entry.getValue(), phrases))
                .toList();
    }

    private static String clause(Kind kind, List<MatchView> matches, SummaryTexts phrases) {
        Map<String, String> others = Map.of("others", others(matches, phrases));
        return switch (kind) {
            case COPY -> phrases.with("copy", others);
            case SHARED_SPAN ->
                phrases.of(
                        matches.size() == 1 ? "shared-span" : "shared-spans",
                        Map.of("seconds", mostSeconds(matches)),
                        others);
            case SAME_SCENE -> phrases.with("same-scene", others);
            case SAME_PLACE -> phrases.with("same-place", others);
            case SHARED_SOUND -> phrases.with("shared-sound", others);
        };
    }

    private static String mostSeconds(List<MatchView> matches) {
        double most = matches.stream()
                .mapToDouble(match -> match.spans().stream()
                        .mapToDouble(span -> span.to() - span.from())
                        .sum())
                .max()
                .orElse(0);
        return Long.toString(Math.max(1, Math.round(most)));
    }

    private static String others(List<MatchView> matches, SummaryTexts phrases) {
        List<KnownView> known = matches.stream()
                .map(MatchView::with)
                .map(Counterpart::known)
                .filter(Objects::nonNull)
                .toList();
        int unnamed = Math.max(0, known.size() - KNOWN_NAMED);
        int evidence = matches.size() - known.size();
        return phrases.listed(Stream.of(
                        known.stream().limit(KNOWN_NAMED).map(entry -> named(entry, phrases)),
                        counted("more-known", unnamed, phrases),
                        counted("more-evidence", evidence, phrases))
                .flatMap(parts -> parts)
                .toList());
    }

    private static String named(KnownView known, SummaryTexts phrases) {
        return phrases.of(
                "known." + known.kind().name().toLowerCase(Locale.ROOT), Map.of("reference", known.reference()));
    }

    private static Stream<String> counted(String key, int count, SummaryTexts phrases) {
        return count == 0 ? Stream.empty() : Stream.of(phrases.counting(key, count));
    }
}
