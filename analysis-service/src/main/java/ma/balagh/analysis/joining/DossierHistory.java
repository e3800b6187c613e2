package ma.balagh.analysis.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import ma.balagh.analysis.dossier.DossierAct;
import ma.balagh.analysis.dossier.DossierActService;
import ma.balagh.contracts.analysis.DossierEvent;
import ma.balagh.messaging.Outbox;

/** Keeps what was done in the dossier's history, and tells the others of it, in the transaction that does it. */
@ApplicationScoped
class DossierHistory {

    private final DossierActService acts;
    private final Outbox outbox;
    private final Clock clock;

    DossierHistory(DossierActService acts, Outbox outbox, Clock clock) {
        this.acts = acts;
        this.outbox = outbox;
        this.clock = clock;
    }

    DossierAct keep(DossierAct act, DossierEvent... told) {
        acts.add(act);
        Stream.of(told).forEach(outbox::publish);
        return act;
    }

    /** To the database's precision at least, so that what is told and what is kept are the same time. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
