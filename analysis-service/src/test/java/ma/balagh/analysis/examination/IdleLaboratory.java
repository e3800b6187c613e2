package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Alternative;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import ma.balagh.analysis.finding.FindingTexts.Language;
import ma.balagh.contracts.IdGenerator;
import org.jspecify.annotations.Nullable;

/** A laboratory where an examination ends when the test says so. */
@Alternative
@ApplicationScoped
public class IdleLaboratory implements Examinations {

    private final Map<UUID, ExaminationView> examinations = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> order = new ConcurrentHashMap<>();
    private final Event<ExaminationEnded> ended;

    IdleLaboratory(Event<ExaminationEnded> ended) {
        this.ended = ended;
    }

    /** Ends an examination, as a worker would: in a transaction that tells the others. */
    @Transactional
    public void finish(UUID evidenceId, Instant at) {
        ExaminationView examination =
                examinations.computeIfPresent(evidenceId, (id, queued) -> in(ExaminationState.COMPLETED, queued, at));
        if (examination == null) {
            throw new IllegalArgumentException("evidence " + evidenceId + " was never queued");
        }
        ended.fire(new ExaminationEnded(examination.id(), evidenceId, ExaminationState.COMPLETED, at));
    }

    public boolean hasQueued(UUID evidenceId) {
        return examinations.containsKey(evidenceId);
    }

    @Override
    public void queue(UUID evidenceId, String sha256, String mediaType, String jurisdiction) {
        examinations.putIfAbsent(
                evidenceId,
                new ExaminationView(
                        IdGenerator.next(),
                        evidenceId,
                        ExaminationState.QUEUED,
                        mediaType,
                        0,
                        Instant.now(),
                        null,
                        null,
                        null,
                        ExaminationSummary.of(ExaminationState.QUEUED, List.of(), List.of()),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    @Override
    public void keep(UUID evidenceId, @Nullable Instant erasedAt) {}

    @Override
    public void examineBy(Collection<UUID> evidenceIds, Instant lookBy) {
        evidenceIds.forEach(id -> order.put(id, lookBy));
    }

    /** Until when the evidence should be examined. */
    public Instant examineBy(UUID evidenceId) {
        return Objects.requireNonNull(order.get(evidenceId));
    }

    @Override
    public List<ExaminationView> of(Collection<UUID> evidenceIds, Language language) {
        return evidenceIds.stream()
                .filter(examinations::containsKey)
                .map(examinations::get)
                .toList();
    }

    @Override
    public int pending(Collection<UUID> evidenceIds) {
        return (int) evidenceIds.stream()
                .filter(id -> !examinations.containsKey(id)
                        || !examinations.get(id).state().ended())
                .count();
    }

    private static ExaminationView in(ExaminationState state, ExaminationView before, Instant at) {
        return new ExaminationView(
                before.id(),
                before.evidenceId(),
                state,
                before.mediaType(),
                1,
                before.queuedAt(),
                before.queuedAt(),
                at,
                before.erasedAt(),
                ExaminationSummary.of(state, List.of(), List.of()),
                before.findings(),
                before.matches(),
                before.frames());
    }
}
