package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.finding.FindingTexts.Language;
import org.jspecify.annotations.Nullable;

/** Takes work in for the laboratory and hands results out. */
@ApplicationScoped
class ExaminationService implements Examinations {

    private final ExaminationRepository repository;
    private final ExaminationQueryService reader;
    private final StillRepository stills;
    private final Event<PicturesErased> erased;
    private final Clock clock;

    ExaminationService(
            ExaminationRepository repository,
            ExaminationQueryService reader,
            StillRepository stills,
            Event<PicturesErased> erased,
            Clock clock) {
        this.repository = repository;
        this.reader = reader;
        this.stills = stills;
        this.erased = erased;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void queue(UUID evidenceId, String sha256, String mediaType, String jurisdiction) {
        repository.insert(evidenceId, sha256, mediaType, jurisdiction, clock.instant());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(UUID evidenceId, @Nullable Instant erasedAt) {
        // Before anything is removed: whoever is about to write stills of it waits, or is waited for.
        repository.updateErasedAt(evidenceId, erasedAt);
        if (erasedAt != null) {
            stills.delete(evidenceId);
            erased.fire(new PicturesErased(evidenceId));
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void examineBy(Collection<UUID> evidenceIds, Instant lookBy) {
        repository.updateLookBy(evidenceIds, lookBy);
    }

    @Override
    public List<ExaminationView> of(Collection<UUID> evidenceIds, Language language) {
        return reader.of(evidenceIds, language);
    }

    @Override
    public int pending(Collection<UUID> evidenceIds) {
        return reader.pending(evidenceIds);
    }
}
