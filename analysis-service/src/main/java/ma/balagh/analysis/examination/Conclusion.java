package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.footage.FootageIndex;
import ma.balagh.analysis.footage.FootageMatch;
import ma.balagh.analysis.footage.Hearing;
import ma.balagh.analysis.lease.LeaseLost;
import ma.balagh.analysis.sound.Heard;
import ma.balagh.analysis.sound.SoundIndex;
import ma.balagh.contracts.analysis.EvidenceExamined;
import ma.balagh.contracts.analysis.ExaminationOutcome;
import ma.balagh.messaging.Outbox;

/** Ends an examination: its results, its state and the word to others in one transaction. */
@ApplicationScoped
class Conclusion {

    private final ExaminationQueue queue;
    private final FindingStore findings;
    private final ResultStore store;
    private final FootageIndex index;
    private final SoundIndex sounds;
    private final Outbox outbox;
    private final Event<ExaminationEnded> ended;
    private final Clock clock;

    Conclusion(
            ExaminationQueue queue,
            FindingStore findings,
            ResultStore store,
            FootageIndex index,
            SoundIndex sounds,
            Outbox outbox,
            Event<ExaminationEnded> ended,
            Clock clock) {
        this.queue = queue;
        this.findings = findings;
        this.store = store;
        this.index = index;
        this.sounds = sounds;
        this.outbox = outbox;
        this.ended = ended;
        this.clock = clock;
    }

    /** @throws LeaseLost when somebody else may hold it by now; nothing is written */
    @Transactional
    void conclude(Claim claim, Results results) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var examinedAt = now.atOffset(ZoneOffset.UTC);
        queue.end(claim, results.state(), examinedAt);
        findings.add(claim.id(), results.findings());
        ExaminationOutcome outcome = switch (results) {
            case Results.Completed completed -> {
                store.addStills(claim.id(), completed.stills());
                store.addMatches(claim.evidenceId(), matches(claim.evidenceId(), completed), examinedAt);
                yield ExaminationOutcome.COMPLETED;
            }
            case Results.Unreadable unreadable -> ExaminationOutcome.UNREADABLE;
        };
        outbox.publish(new EvidenceExamined(claim.id(), claim.evidenceId(), outcome, claim.queuedAt(), now));
        ended.fire(new ExaminationEnded(claim.id(), claim.evidenceId(), results.state(), now));
    }

    private List<FootageMatch> matches(UUID evidenceId, Results.Completed completed) {
        List<FootageMatch> seen = index.conclude(evidenceId, completed.footage(), completed.comparison());
        Map<UUID, Heard> heard = sounds.conclude(evidenceId, completed.sound(), completed.heard());
        return new Hearing(completed.sound(), heard).with(seen);
    }
}
