package ma.balagh.analysis.joining;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;

/**
 * A report that somebody attaches to a dossier, and where it stands, as far as it exists for the caller.
 *
 * @param there whether it stands in the dossier already
 * @param answered whether its reporter was told how it ended
 * @param judged whether there is a verdict, or one waits for its decision, in a dossier that it stands in and that the
 *     caller sees
 * @param shared whether it stands in another dossier with what is not attached, or that belongs to a territory which the
 *     caller does not see
 * @param alone other dossiers that hold nothing but what is attached
 */
record AttachmentCandidate(
        UUID reportId, boolean there, boolean answered, boolean judged, boolean shared, List<UUID> alone) {

    private static final AttachmentCandidate UNKNOWN =
            new AttachmentCandidate(new UUID(0, 0), false, false, false, false, List.of());

    AttachmentCandidate {
        alone = List.copyOf(alone);
    }

    static AttachmentCandidate of(Map<UUID, AttachmentCandidate> candidates, UUID reportId) {
        return candidates.getOrDefault(reportId, UNKNOWN);
    }

    /** Why it cannot be attached. */
    Optional<Violation> obstacle(String field) {
        if (this == UNKNOWN) {
            return Optional.of(new Violation(field, ViolationCode.NOT_FOUND, "does not exist or is not yours to see"));
        }
        if (there) {
            return Optional.empty();
        }
        if (judged) {
            return Optional.of(
                    new Violation(field, ViolationCode.JUDGED, "stands in a dossier that people judge or have judged"));
        }
        if (answered) {
            return Optional.of(new Violation(field, ViolationCode.ANSWERED, "is answered already"));
        }
        return shared
                ? Optional.of(new Violation(
                        field, ViolationCode.SHARED, "stands in a dossier with others: that one is to be joined"))
                : Optional.empty();
    }
}
