package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The laboratory's counter: takes work in, hands results out. */
@ApplicationScoped
class ExaminationDesk implements Examinations {

    private final ExaminationQueue queue;
    private final ExaminationReader reader;
    private final Event<ExaminationQueued> queued;

    ExaminationDesk(ExaminationQueue queue, ExaminationReader reader, Event<ExaminationQueued> queued) {
        this.queue = queue;
        this.reader = reader;
        this.queued = queued;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void queue(UUID evidenceId, String sha256, String mediaType, String jurisdiction) {
        if (queue.add(evidenceId, sha256, mediaType, jurisdiction)) {
            queued.fire(new ExaminationQueued(evidenceId));
        }
    }

    @Override
    public List<ExaminationView> of(Collection<UUID> evidenceIds) {
        return reader.of(evidenceIds);
    }

    @Override
    public int pending(Collection<UUID> evidenceIds) {
        return reader.pending(evidenceIds);
    }
}
