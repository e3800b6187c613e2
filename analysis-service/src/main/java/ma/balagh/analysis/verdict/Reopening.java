package ma.balagh.analysis.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.dossier.Act;
import ma.balagh.analysis.dossier.Acts;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierChanged;
import ma.balagh.analysis.dossier.Dossiers;
import ma.balagh.contracts.Ids;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.messaging.Outbox;

/**
 * Takes the verdict of a concluded dossier back. The verdict and the people behind it stay on record; the next one needs
 * two people again, like the first.
 */
@ApplicationScoped
class Reopening {

    private final Dossiers dossiers;
    private final Acts acts;
    private final Outbox outbox;
    private final Event<DossierChanged> changed;
    private final Clock clock;

    Reopening(Dossiers dossiers, Acts acts, Outbox outbox, Event<DossierChanged> changed, Clock clock) {
        this.dossiers = dossiers;
        this.acts = acts;
        this.outbox = outbox;
        this.changed = changed;
        this.clock = clock;
    }

    /** Whoever calls has locked the dossier in the same transaction. */
    @Transactional
    Act reopen(Dossier dossier, String reason, Person by) {
        UUID verdictId = dossier.concluded().verdictId();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Act act = new Act(
                Ids.next(),
                Act.Kind.REOPENED,
                dossier.id(),
                null,
                List.of(),
                List.of(),
                verdictId,
                reason,
                by.id(),
                by.name(),
                now);
        Dossier reopened = dossier.reopen();
        dossiers.save(reopened);
        changed.fire(new DossierChanged(reopened));
        acts.add(act);
        outbox.publish(new VerdictWithdrawn(dossier.id(), verdictId, now));
        return act;
    }
}
