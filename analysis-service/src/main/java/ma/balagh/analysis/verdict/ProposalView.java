package ma.balagh.analysis.verdict;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.analysis.MarkedMoment;
import ma.balagh.contracts.analysis.OffenceFacts;
import ma.balagh.contracts.analysis.PlaceCertainty;
import ma.balagh.contracts.analysis.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A proposed verdict as its readers see it.
 *
 * @param facts what happened, of a presumed offence; absent where nothing is said
 * @param still the moment that those who are sent are to see; absent where none is marked
 * @param fromClaim which of place, latitude, longitude and occurredAt the first report claims and the proposer let stand
 * @param proposedBy user name
 * @param decision absent while it waits for the second person
 * @param withdrawnAt when the verdict that it became was withdrawn; absent while it stands, or has never been one
 */
public record ProposalView(
        UUID id,
        UUID dossierId,
        Verdict verdict,
        String reasons,
        @Nullable Integer severity,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        @Nullable String knownCase,
        @Nullable PlaceCertainty placeCertainty,
        @Nullable OffenceFacts facts,
        @Nullable MarkedMoment still,
        List<String> fromClaim,
        String proposedBy,
        Instant proposedAt,
        @Nullable DecisionView decision,
        @Nullable Instant withdrawnAt) {

    /**
     * What the second person decided.
     *
     * @param choice {@code CONFIRM} or {@code REFUSE}
     * @param decidedBy user name
     * @param evidenceOpened whether that person had opened the dossier's evidence before; absent where there was none
     */
    public record DecisionView(
            String choice,
            String reason,
            String decidedBy,
            Instant decidedAt,
            @Nullable Boolean evidenceOpened) {}

    /** @param assessment as the reader may know it */
    static ProposalView of(Proposal proposal, Assessment assessment) {
        return new ProposalView(
                proposal.id(),
                proposal.dossierId(),
                assessment.verdict(),
                assessment.reasons(),
                assessment.severity(),
                assessment.place(),
                assessment.latitude(),
                assessment.longitude(),
                assessment.occurredAt(),
                assessment.knownCase(),
                assessment.placeCertainty(),
                assessment.offenceFacts(),
                assessment.markedMoment(),
                assessment.fromClaim(),
                proposal.proposedBy().name(),
                proposal.proposedAt(),
                decision(proposal.decision(), proposal.evidenceOpened()),
                proposal.withdrawnAt());
    }

    static @Nullable DecisionView decision(Proposal.@Nullable Decision decision, @Nullable Boolean evidenceOpened) {
        return decision == null
                ? null
                : new DecisionView(
                        decision.choice().name(),
                        decision.reason(),
                        decision.by().name(),
                        decision.at(),
                        evidenceOpened);
    }
}
