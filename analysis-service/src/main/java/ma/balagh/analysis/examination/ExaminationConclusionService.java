package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import ma.balagh.contracts.analysis.EvidenceExamined;
import ma.balagh.contracts.analysis.ExaminationOutcome;
import ma.balagh.messaging.Outbox;
import ma.balagh.taskqueue.LeaseLostException;

/** Ends an examination: results, state and event in one transaction. */
@ApplicationScoped
class ExaminationConclusionService {

    private final ExaminationQueue queue;
    private final ResultWriter writer;
    private final ComparisonService comparing;
    private final EvidencePlaces places;
    private final Outbox outbox;
    private final Event<ExaminationEnded> ended;
    private final Clock clock;

    ExaminationConclusionService(
            ExaminationQueue queue,
            ResultWriter writer,
            ComparisonService comparing,
            EvidencePlaces places,
            Outbox outbox,
            Event<ExaminationEnded> ended,
            Clock clock) {
        this.queue = queue;
        this.writer = writer;
        this.comparing = comparing;
        this.places = places;
        this.outbox = outbox;
        this.ended = ended;
        this.clock = clock;
    }

    /**
     * @throws LeaseLostException when another worker may have it; nothing is written
     * @throws InterruptedException when this worker is to stop; nothing is written
     */
    @Transactional(rollbackOn = InterruptedException.class)
    void conclude(ExaminationTask task, ExaminationResults results) throws InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        queue.end(task, results.state(), now.atOffset(ZoneOffset.UTC));
        ExaminationOutcome outcome = switch (results) {
            case ExaminationResults.Completed completed -> {
                writer.addStills(task.id(), completed.stills());
                ComparisonService.Compared compared = comparing.conclude(task.evidenceId(), completed);
                writer.addFindings(task.id(), compared.findings());
                writer.addMatches(task.evidenceId(), compared.matches(), now);
                yield ExaminationOutcome.COMPLETED;
            }
            case ExaminationResults.Unreadable unreadable -> {
                writer.addFindings(task.id(), unreadable.findings());
                yield ExaminationOutcome.UNREADABLE;
            }
        };
        if (!places.isHidden(task.evidenceId())) {
            // The laboratory's work on misconduct is nobody else's to know.
            outbox.publish(new EvidenceExamined(task.id(), task.evidenceId(), outcome, task.queuedAt(), now));
        }
        ended.fire(new ExaminationEnded(task.id(), task.evidenceId(), results.state(), now));
    }
}
