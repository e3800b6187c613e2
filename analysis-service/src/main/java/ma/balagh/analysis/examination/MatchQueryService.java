package ma.balagh.analysis.examination;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.analysis.examination.ExaminationView.Counterpart;
import ma.balagh.analysis.examination.ExaminationView.MatchView;
import org.jspecify.annotations.Nullable;

/**
 * Reads the matches that examinations show. A match with evidence that is known footage is shown twice: as the known
 * footage, and as the evidence. The known footage is looked up here and stored nowhere, so that additions and removals
 * take effect at once, also for earlier examinations.
 */
@ApplicationScoped
class MatchQueryService {

    private final MatchRepository repository;
    private final EvidencePlaces places;
    private final KnownMedia known;

    MatchQueryService(MatchRepository repository, EvidencePlaces places, KnownMedia known) {
        this.repository = repository;
        this.places = places;
        this.known = known;
    }

    /** By evidence, best first; what is hidden from the caller is left out, and what harmless footage explains. */
    Map<UUID, List<MatchView>> of(Collection<UUID> evidenceIds) {
        List<StoredMatch> rows = telling(repository.of(evidenceIds));
        if (rows.isEmpty()) {
            return Map.of();
        }
        Set<UUID> others = rows.stream().map(StoredMatch::withId).collect(toSet());
        Set<UUID> allowed = places.counterpartsKnownToCaller(others);
        Set<UUID> all = new HashSet<>(others);
        all.addAll(evidenceIds);
        Map<UUID, UUID> seen = places.dossiersSeenByCaller(all);
        Map<UUID, KnownMedia.Entry> entries = known.of(allowed);
        Map<UUID, ProposedPlace> scenes = places.scenesOf(rows.stream()
                .filter(StoredMatch::isSameScene)
                .flatMap(row -> Stream.ofNullable(seen.get(row.withId())))
                .collect(toSet()));
        return rows.stream()
                .filter(row -> allowed.contains(row.withId()))
                // The same file in the same dossier, brought by several, is listed there once.
                .filter(row -> !row.sameBytes() || !isIn(seen.get(row.evidenceId()), seen.get(row.withId())))
                .collect(groupingBy(
                        StoredMatch::evidenceId,
                        Collectors.flatMapping(
                                row -> told(row, entries, seen.get(row.withId()), scenes).stream(),
                                Collectors.toList())));
    }

    private static boolean isIn(@Nullable UUID dossierId, @Nullable UUID otherDossierId) {
        return dossierId != null && dossierId.equals(otherDossierId);
    }

    private static List<MatchView> told(
            StoredMatch row,
            Map<UUID, KnownMedia.Entry> entries,
            @Nullable UUID dossierId,
            Map<UUID, ProposedPlace> scenes) {
        List<MatchView> told = new ArrayList<>();
        KnownMedia.Entry entry = entries.get(row.withId());
        // What was filmed at the same place is not what is known.
        if (entry != null && !row.isSameScene()) {
            told.add(row.view(Counterpart.known(entry, row.withId(), dossierId), null));
        }
        ProposedPlace place = row.isSameScene() && dossierId != null ? scenes.get(dossierId) : null;
        told.add(row.view(Counterpart.evidence(row.withId(), dossierId), place));
        return told;
    }

    /** Without those that say no more than that both have the same logo. Who asks makes no difference to that. */
    private List<StoredMatch> telling(List<StoredMatch> rows) {
        Set<UUID> harmless = rows.isEmpty() ? Set.of() : known.harmless();
        if (harmless.isEmpty()) {
            return rows;
        }
        Set<UUID> media = new HashSet<>();
        rows.forEach(row -> {
            media.add(row.evidenceId());
            media.add(row.withId());
        });
        Map<UUID, List<MatchExcerpt>> excerpts = repository.excerpts(media, harmless);
        return rows.stream()
                .filter(row -> !harmless.contains(row.evidenceId()) && !harmless.contains(row.withId()))
                .filter(row -> !row.inThis().isExplainedBy(excerpts.getOrDefault(row.evidenceId(), List.of())))
                .filter(row -> !row.inOther().isExplainedBy(excerpts.getOrDefault(row.withId(), List.of())))
                .toList();
    }
}
