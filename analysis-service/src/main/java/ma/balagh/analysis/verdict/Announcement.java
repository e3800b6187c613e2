package ma.balagh.analysis.verdict;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.Event;
import ma.balagh.contracts.analysis.DossierConcluded;
import ma.balagh.contracts.analysis.MisconductFound;
import ma.balagh.contracts.analysis.VerdictReached;

/**
 * What the others are told of a confirmed verdict: that the dossier is concluded, which says nothing about how; and the
 * verdict, on the topic of those who may know it. Misconduct leaves no trace on the common topics.
 */
record Announcement(UUID verdictId, String jurisdiction, Proposal proposal, Instant confirmedAt) {

    List<Event> events() {
        Event verdict = switch (proposal.assessment().verdict()) {
            case FALSE_REPORT, PRESUMED_OFFENCE, KNOWN_CASE -> verdictReached();
            case POLICE_MISCONDUCT -> misconductFound();
        };
        return List.of(new DossierConcluded(proposal.dossierId(), confirmedAt), verdict);
    }

    private VerdictReached verdictReached() {
        Assessment assessment = proposal.assessment();
        return new VerdictReached(
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
    }

    private MisconductFound misconductFound() {
        Assessment assessment = proposal.assessment();
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
