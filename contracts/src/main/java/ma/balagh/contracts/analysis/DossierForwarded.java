package ma.balagh.contracts.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Two people concluded a dossier, and it was handed to another competent authority: whoever shows it, its reports or
 * their media hides them from then on. It may come before anything else is heard of the dossier. Sent of misconduct only:
 * every other conclusion is told by {@link VerdictReached}. Where more is hidden than one message carries, several of
 * them tell it, each a part of the ids; everything else in them is the same.
 *
 * @param dossierId the dossier
 * @param forwardedAt when the second person confirmed it
 * @param reportIds the reports that are hidden: those of the dossier that are in no other one, or a part of them
 * @param evidenceIds the evidence that was judged and is hidden, or a part of it
 */
public record DossierForwarded(UUID dossierId, Instant forwardedAt, List<UUID> reportIds, List<UUID> evidenceIds)
        implements ForwardingEvent {

    public DossierForwarded {
        requireNonNull(dossierId, "dossierId");
        requireNonNull(forwardedAt, "forwardedAt");
        reportIds = List.copyOf(requireNonNull(reportIds, "reportIds"));
        evidenceIds = List.copyOf(requireNonNull(evidenceIds, "evidenceIds"));
    }

    @Override
    public UUID subject() {
        return dossierId;
    }
}
