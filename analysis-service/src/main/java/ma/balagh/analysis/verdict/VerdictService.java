package ma.balagh.analysis.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierLifecycle;
import ma.balagh.analysis.dossier.DossierService;
import ma.balagh.analysis.report.ReportCopyService;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/** Leads a dossier from a proposal to a verdict. The caller has locked the dossier in the same transaction. */
@ApplicationScoped
public class VerdictService {

    /** A proposal and what a reader may know of its assessment. */
    private record Seen(Proposal proposal, Assessment assessment) {

        ProposalView proposalView() {
            return ProposalView.of(proposal, assessment);
        }

        Stream<VerdictView> verdictView() {
            return VerdictView.of(proposal, assessment);
        }
    }

    private final DossierService dossiers;
    private final ProposalRepository proposals;
    private final ReportCopyService reports;
    private final Outbox outbox;
    private final Event<VerdictConfirmed> confirmed;
    private final Clock clock;

    VerdictService(
            DossierService dossiers,
            ProposalRepository proposals,
            ReportCopyService reports,
            Outbox outbox,
            Event<VerdictConfirmed> confirmed,
            Clock clock) {
        this.dossiers = dossiers;
        this.proposals = proposals;
        this.reports = reports;
        this.outbox = outbox;
        this.confirmed = confirmed;
        this.clock = clock;
    }

    /**
     * Puts a verdict on the table. What it leaves out is taken from the first report's claim, now, for all to see: from
     * no report therefore that some of them may not see.
     */
    @Transactional
    Proposal propose(Dossier dossier, Assessment assessment, ResponsiblePerson by) {
        Instant now = now();
        Assessment complete = reports.firstClaim(dossier.id(), common(dossier))
                .map(assessment::completedBy)
                .orElse(assessment);
        Proposal proposal = Proposal.make(IdGenerator.next(), dossier.id(), complete, by, now);
        dossier.propose(proposal.id(), now);
        proposals.persistAndFlush(proposal);
        return proposal;
    }

    /** Lets a second person confirm or refuse, and tells what follows from it. */
    @Transactional
    Proposal decide(Dossier dossier, Proposal proposal, Proposal.Choice choice, String reason, ResponsiblePerson by) {
        var decision = new Proposal.Decision(choice, reason, by, now());
        @Nullable Boolean evidenceOpened = proposals.hasOpenedEvidence(dossier.id(), by);
        proposal.decide(decision, evidenceOpened);
        proposals.flush();
        switch (choice) {
            case CONFIRM -> conclude(dossier, proposal, decision);
            case REFUSE -> {
                dossier.refuse(proposal.id());
                dossiers.flush();
            }
        }
        return proposal;
    }

    private void conclude(Dossier dossier, Proposal proposal, Proposal.Decision confirmation) {
        Verdict verdict = proposal.assessment().verdict();
        UUID verdictId = IdGenerator.next();
        proposals.insertVerdict(verdictId, proposal, confirmation);
        dossier.conclude(proposal.id(), verdictId, verdict, confirmation.at());
        dossiers.flush();
        DossierService.Hidden hidden = verdict == Verdict.POLICE_MISCONDUCT
                ? dossiers.hiddenWith(dossier.id())
                : DossierService.Hidden.NOTHING;
        new VerdictAnnouncement(
                        verdictId,
                        dossier.jurisdiction(),
                        proposal,
                        told(proposal),
                        confirmation.at(),
                        reports.firstClaim(dossier.id(), common(dossier)).orElse(null),
                        reports.extent(dossier.id(), common(dossier)).count(),
                        hidden)
                .events()
                .forEach(outbox::publish);
        confirmed.fire(new VerdictConfirmed(dossier.id(), verdict));
    }

    /** What no reader of the dossier is kept from. */
    private static ReportVisibility common(Dossier dossier) {
        return ReportVisibility.common(dossier.jurisdiction());
    }

    /** Others are not told of a known case that has been hidden since it was named. */
    private Assessment told(Proposal proposal) {
        Assessment assessment = proposal.assessment();
        return assessment.knownDossier().filter(dossiers::isHidden).isPresent()
                ? assessment.withoutKnownCase()
                : assessment;
    }

    /** The proposals of a dossier, oldest first. The caller checks whether the dossier may be seen. */
    public List<ProposalView> of(UUID dossierId) {
        return seen(proposals.of(dossierId)).map(Seen::proposalView).toList();
    }

    ProposalView shown(Proposal proposal) {
        return seen(List.of(proposal)).map(Seen::proposalView).findFirst().orElseThrow();
    }

    /** A known case that does not exist for the caller any more is not named. */
    private Stream<Seen> seen(List<Proposal> all) {
        Set<UUID> cases = all.stream()
                .flatMap(proposal -> proposal.assessment().knownDossier().stream())
                .collect(Collectors.toSet());
        Set<UUID> visible = dossiers.existing(cases);
        return all.stream().map(proposal -> {
            Assessment assessment = proposal.assessment();
            boolean named = assessment
                    .knownDossier()
                    .filter(id -> !visible.contains(id))
                    .isEmpty();
            return new Seen(proposal, named ? assessment : assessment.withoutKnownCase());
        });
    }

    /** The confirmed proposal of a concluded dossier; null for any other, whatever was concluded of it before. */
    public @Nullable VerdictView standing(Dossier dossier) {
        return dossier.lifecycle() instanceof DossierLifecycle.Concluded
                ? seen(proposals.of(dossier.id()))
                        .flatMap(Seen::verdictView)
                        .reduce((earlier, later) -> later)
                        .orElse(null)
                : null;
    }

    /** Whether two people have ever agreed on it, also if that was withdrawn. */
    public boolean everReached(UUID dossierId) {
        return proposals.isAnyConfirmed(dossierId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
