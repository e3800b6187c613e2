package ma.balagh.analysis.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierAct;
import ma.balagh.analysis.dossier.DossierActService;
import ma.balagh.analysis.dossier.DossierChanged;
import ma.balagh.analysis.dossier.DossierService;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.http.CommonProblem;
import ma.balagh.messaging.Outbox;

/**
 * Withdraws the verdict of a concluded dossier, which needs two people like the verdict did. The verdict and the people
 * behind it stay on record; the next one needs two people again.
 */
@ApplicationScoped
public class ReopeningService {

    private final DossierService dossiers;
    private final ReopeningRepository proposals;
    private final DossierActService acts;
    private final Outbox outbox;
    private final Event<DossierChanged> changed;
    private final Clock clock;

    ReopeningService(
            DossierService dossiers,
            ReopeningRepository proposals,
            DossierActService acts,
            Outbox outbox,
            Event<DossierChanged> changed,
            Clock clock) {
        this.dossiers = dossiers;
        this.proposals = proposals;
        this.acts = acts;
        this.outbox = outbox;
        this.changed = changed;
        this.clock = clock;
    }

    /** The caller has locked the dossier in the same transaction. */
    @Transactional
    ReopeningProposal propose(Dossier dossier, String reason, ResponsiblePerson by) {
        UUID verdictId = dossier.concluded().verdictId();
        if (proposals.isPending(dossier.id())) {
            throw AnalysisProblem.ILLEGAL_TRANSITION.because(
                    "dossier %s: a proposal to reopen it waits for its decision".formatted(dossier.id()));
        }
        var proposal = ReopeningProposal.make(IdGenerator.next(), dossier.id(), verdictId, reason, by, now());
        proposals.persistAndFlush(proposal);
        return proposal;
    }

    /** The caller has locked the dossier in the same transaction. Only a confirmation takes the verdict back. */
    @Transactional
    ReopeningProposal decide(
            Dossier dossier, ReopeningProposal proposal, Proposal.Choice choice, String reason, ResponsiblePerson by) {
        var decision = new Proposal.Decision(choice, reason, by, now());
        proposal.decide(decision);
        proposals.flush();
        switch (choice) {
            case CONFIRM -> reopen(dossier, proposal, decision);
            case REFUSE -> {}
        }
        return proposal;
    }

    private void reopen(Dossier dossier, ReopeningProposal proposal, Proposal.Decision confirmation) {
        dossier.reopen();
        dossiers.flush();
        changed.fire(new DossierChanged(dossier));
        acts.add(
                new DossierAct(
                        IdGenerator.next(),
                        DossierAct.Kind.REOPENED,
                        dossier.id(),
                        null,
                        List.of(),
                        List.of(),
                        proposal.verdictId(),
                        proposal.reason(),
                        confirmation.by().id(),
                        confirmation.by().name(),
                        confirmation.at()),
                proposal.id());
        outbox.publish(new VerdictWithdrawn(dossier.id(), proposal.verdictId(), confirmation.at()));
    }

    ReopeningProposal proposal(UUID dossierId, UUID id) {
        return proposals
                .find(dossierId, id)
                .orElseThrow(() -> CommonProblem.notFound("proposal " + id + " to reopen the dossier"));
    }

    /** The proposals to reopen a dossier, oldest first. The caller checks whether the dossier may be seen. */
    public List<ReopeningView> of(UUID dossierId) {
        return proposals.of(dossierId).stream().map(ReopeningView::of).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
