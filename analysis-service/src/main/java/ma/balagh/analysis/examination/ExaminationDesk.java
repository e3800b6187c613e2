package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.finding.Words.Language;

/** The laboratory's counter: takes work in, hands results out. */
@ApplicationScoped
class ExaminationDesk implements Examinations {

    private final ExaminationQueue queue;
    private final ExaminationReader reader;

    ExaminationDesk(ExaminationQueue queue, ExaminationReader reader) {
        this.queue = queue;
        this.reader = reader;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void queue(UUID evidenceId, String sha256, String mediaType, String jurisdiction) {
        queue.add(evidenceId, sha256, mediaType, jurisdiction);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void examineBy(Collection<UUID> evidenceIds, Instant lookBy) {
        queue.order(evidenceIds, lookBy);
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
