package ma.balagh.intake.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of the compartment in a report outside it: filed again after the verdict, or added to a report before.
 *
 * @param evidenceId by which they are in that report
 * @param hiddenEvidenceId the first with these bytes that lies in the compartment
 * @param jurisdiction of the report
 * @param fileName as the sender called it, for display only
 */
record Refiling(
        UUID reportId,
        UUID evidenceId,
        UUID hiddenEvidenceId,
        String sha256,
        String jurisdiction,
        Instant addedAt,
        String addedBy,
        @Nullable String fileName) {

    /** Where it stands in the list, as text in a cursor. */
    record Place(Instant addedAt, UUID reportId, UUID evidenceId) {

        static final Place START = new Place(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1), new UUID(-1, -1));

        static Place of(Refiling refiling) {
            return new Place(refiling.addedAt(), refiling.reportId(), refiling.evidenceId());
        }

        static Place read(String text) {
            String[] parts = text.split(" ", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("not a place: " + text);
            }
            try {
                return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]), UUID.fromString(parts[2]));
            } catch (DateTimeException malformed) {
                throw new IllegalArgumentException(malformed);
            }
        }

        @Override
        public String toString() {
            return addedAt + " " + reportId + " " + evidenceId;
        }
    }
}
