package ma.balagh.analysis.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Stream;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierAct;
import ma.balagh.analysis.dossier.DossierActService;
import ma.balagh.analysis.dossier.DossierService;
import ma.balagh.contracts.analysis.DossierEvent;
import ma.balagh.messaging.Outbox;

/** Keeps what was done in the dossier's history, and tells the others of it, in the transaction that does it. */
@ApplicationScoped
class DossierHistory {

    private final DossierService dossiers;
    private final DossierActService acts;
    private final Outbox outbox;
    private final Clock clock;

    DossierHistory(DossierService dossiers, DossierActService acts, Outbox outbox, Clock clock) {
        this.dossiers = dossiers;
        this.acts = acts;
        this.outbox = outbox;
        this.clock = clock;
    }

    DossierAct keep(DossierAct act, DossierEvent... told) {
        acts.add(act);
        tell(told);
        return act;
    }

    /** Of what nobody did. */
    void tell(DossierEvent... told) {
        Stream.of(told).forEach(outbox::publish);
    }

    /**
     * When something is moved between these locked dossiers, to the database's precision at least, so that what is told
     * and what is kept are the same time.
     */
    Instant timeOfMove(Collection<Dossier> moved) {
        return dossiers.timeOfMove(moved, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
