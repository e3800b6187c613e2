package ma.balagh.analysis.verdict;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.analysis.MarkedMoment;
import ma.balagh.contracts.analysis.OffenceFacts;
import ma.balagh.contracts.analysis.PlaceCertainty;
import ma.balagh.contracts.analysis.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of two people as its readers see it.
 *
 * @param proposalId the proposal that was confirmed
 * @param facts what happened, of a presumed offence; absent where nothing is said
 * @param still the moment that those who are sent are to see; absent where none is marked
 * @param proposedBy user name of the first person
 * @param confirmedBy user name of the second
 * @param decisionReason why the second confirmed it
 * @param evidenceOpened whether the second had opened the dossier's evidence before; absent where there was none
 */
public record VerdictView(
        UUID proposalId,
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
        String proposedBy,
        Instant proposedAt,
        String confirmedBy,
        Instant confirmedAt,
        String decisionReason,
        @Nullable Boolean evidenceOpened) {

    /** @param assessment as the reader may know it */
    static Stream<VerdictView> of(Proposal proposal, Assessment assessment) {
        Proposal.@Nullable Decision decision = proposal.decision();
        if (decision == null || decision.choice() != Proposal.Choice.CONFIRM) {
            return Stream.empty();
        }
        return Stream.of(new VerdictView(
                proposal.id(),
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
                proposal.proposedBy().name(),
                proposal.proposedAt(),
                decision.by().name(),
                decision.at(),
                decision.reason(),
                proposal.evidenceOpened()));
    }
}
