package ma.balagh.analysis.verdict;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** So many ids, at 39 bytes each, lie well below what the outbox takes as one message. */
    private static final int MAX_IDS = 10_000;

    List<Event> events() {
        return switch (assessment.verdict()) {
            case FALSE_REPORT, PRESUMED_OFFENCE, KNOWN_CASE -> List.of(verdictReached());
            case POLICE_MISCONDUCT ->
                Stream.concat(forwarded(), Stream.of(misconductFound())).toList();
        };
    }

    /** As many as one message each can carry; one where nothing is hidden. */
    private Stream<Event> forwarded() {
        List<UUID> reportIds = hidden.reportIds();
        List<UUID> evidenceIds = hidden.evidenceIds();
        int all = reportIds.size() + evidenceIds.size();
        return IntStream.iterate(0, from -> from == 0 || from < all, from -> from + MAX_IDS)
                .mapToObj(from -> new DossierForwarded(
                        proposal.dossierId(),
                        confirmedAt,
                        part(reportIds, from),
                        part(evidenceIds, from - reportIds.size())));
    }

    private static List<UUID> part(List<UUID> ids, int from) {
        int to = from + MAX_IDS;
        return ids.subList(Math.clamp(from, 0, ids.size()), Math.clamp(to, 0, ids.size()));
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
