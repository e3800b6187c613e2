package ma.balagh.dispatch.patrol;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a crew saw at a visit.
 *
 * @param at when it was said
 * @param by the user name of who said it, or wrote it down
 */
@Schema(name = "VisitObservation")
record VisitObservation(
        UUID visitId, ObservationKind kind, @Nullable String note, Instant at, Instant recordedAt, String by) {

    boolean says(ObservationReport report) {
        var text = report.text();
        return kind == report.kind() && (text == null ? note == null : text.equals(note));
    }
}
