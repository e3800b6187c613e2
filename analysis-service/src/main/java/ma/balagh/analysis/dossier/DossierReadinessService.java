package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.analysis.examination.ExaminationEnded;
import ma.balagh.analysis.examination.Examinations;

/** Updates whether a dossier is ready for a person: once every examination of its evidence has ended. */
@ApplicationScoped
public class DossierReadinessService {

    private final DossierService dossiers;
    private final DossierPlacementRepository placement;
    private final Examinations examinations;
    private final Event<DossierChanged> changed;
    private final Event<ReportDescribed> described;

    DossierReadinessService(
            DossierService dossiers,
            DossierPlacementRepository placement,
            Examinations examinations,
            Event<DossierChanged> changed,
            Event<ReportDescribed> described) {
        this.dossiers = dossiers;
        this.placement = placement;
        this.examinations = examinations;
        this.changed = changed;
        this.described = described;
    }

    /** Runs in the transaction that ends the examination. The lock comes first: two may end at the same time. */
    void examinationEnded(@Observes ExaminationEnded ended) {
        dossiers.lockAt(() -> placement.dossierOfEvidence(ended.evidenceId()))
                .ifPresent(dossier -> settle(dossier, ended.examinedAt()));
    }

    /** Fires for every dossier of the report that waits. */
    void reportDescribed(UUID reportId) {
        placement.openDossiersOf(reportId).stream().map(ReportDescribed::new).forEach(described::fire);
    }

    /** Writes a locked dossier to which something was added or about which something became known. */
    public void settle(Dossier dossier, Instant now) {
        boolean ready = examinations.pending(placement.evidenceIn(dossier.id())) == 0;
        if (!ready && dossier.ready()) {
            dossier.awaitExaminations();
        } else if (ready && !dossier.ready()) {
            dossier.readyForAPerson(now);
        }
        dossiers.flush();
        changed.fire(new DossierChanged(dossier));
    }
}
