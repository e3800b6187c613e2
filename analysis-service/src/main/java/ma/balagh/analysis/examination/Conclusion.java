package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import ma.balagh.analysis.lease.LeaseLost;
import ma.balagh.contracts.analysis.EvidenceExamined;
import ma.balagh.contracts.analysis.ExaminationOutcome;
import ma.balagh.messaging.Outbox;

/** Ends an examination: its results, its state and the word to others in one transaction. */
@ApplicationScoped
class Conclusion {

    private final ExaminationQueue queue;
    private final ResultWriter writer;
    private final Comparing comparing;
    private final EvidencePlaces places;
    private final Outbox outbox;
    private final Event<ExaminationEnded> ended;
    private final Clock clock;

    Conclusion(
            ExaminationQueue queue,
            ResultWriter writer,
            Comparing comparing,
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
     * @throws LeaseLost when somebody else may hold it by now; nothing is written
     * @throws InterruptedException when this worker is to stop; nothing is written
     */
    @Transactional(rollbackOn = InterruptedException.class)
    void conclude(Claim claim, Results results) throws InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        queue.end(claim, results.state(), now.atOffset(ZoneOffset.UTC));
        ExaminationOutcome outcome = switch (results) {
            case Results.Completed completed -> {
                writer.addStills(claim.id(), completed.stills());
                Comparing.Compared compared = comparing.conclude(claim.evidenceId(), completed);
                writer.addFindings(claim.id(), compared.findings());
                writer.addMatches(claim.evidenceId(), compared.matches(), now);
                yield ExaminationOutcome.COMPLETED;
            }
            case Results.Unreadable unreadable -> {
                writer.addFindings(claim.id(), unreadable.findings());
                yield ExaminationOutcome.UNREADABLE;
            }
        };
        if (!places.isHidden(claim.evidenceId())) {
            // The laboratory's work on misconduct is nobody else's to know.
            outbox.publish(new EvidenceExamined(claim.id(), claim.evidenceId(), outcome, claim.queuedAt(), now));
        }
        ended.fire(new ExaminationEnded(claim.id(), claim.evidenceId(), results.state(), now));
    }
}
