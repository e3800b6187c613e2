package ma.balagh.analysis.verdict;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.dossier.DossierService.Hidden;
import ma.balagh.contracts.Event;
import ma.balagh.contracts.analysis.DossierForwarded;
import ma.balagh.contracts.analysis.MisconductFound;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.intake.Claim;
import org.jspecify.annotations.Nullable;

/**
 * The events of a confirmed verdict, on the topic of those who may know it. The common topics say nothing of
 * misconduct; that the dossier was forwarded, so that its reports are answered and hidden, has a topic of its own.
 *
 * @param assessment as the others may know it
 * @param claim what the first report that all of its readers may see claims
 * @param reports how many of them there are
 * @param hidden what is hidden if that is misconduct
 */
record VerdictAnnouncement(
        UUID verdictId,
        String jurisdiction,
        Proposal proposal,
        Assessment assessment,
        Instant confirmedAt,
        @Nullable Claim claim,
        int reports,
        Hidden hidden) {

    List<Event> events() {
        return switch (assessment.verdict()) {
            case FALSE_REPORT, PRESUMED_OFFENCE, KNOWN_CASE -> List.of(verdictReached());
            case POLICE_MISCONDUCT ->
                List.of(
                        new DossierForwarded(
                                proposal.dossierId(), confirmedAt, hidden.reportIds(), hidden.evidenceIds()),
                        misconductFound());
        };
    }

    private VerdictReached verdictReached() {
        var reached = new VerdictReached(
                proposal.dossierId(),
                verdictId,
                jurisdiction,
                assessment.verdict(),
                assessment.severity(),
                assessment.place(),
                assessment.latitude(),
                assessment.longitude(),
                assessment.occurredAt(),
                assessment.knownCase(),
                proposal.proposedAt(),
                confirmedAt);
        return reached.with(
                assessment.offenceFacts(), assessment.markedMoment(), claim, assessment.placeCertainty(), reports);
    }

    private MisconductFound misconductFound() {
        return new MisconductFound(
                proposal.dossierId(),
                verdictId,
                jurisdiction,
                assessment.severity(),
                assessment.place(),
                assessment.latitude(),
                assessment.longitude(),
                assessment.occurredAt(),
                proposal.proposedAt(),
                confirmedAt);
    }
}
