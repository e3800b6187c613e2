package ma.balagh.dispatch.patrol;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What a crew says of its visit.
 *
 * @param note needed for what is none of the kinds
 * @param at when it was said; the present moment if left out, earlier where the network was away
 */
record ObservationReport(
        @NotNull ObservationKind kind,
        @Size(max = LONGEST_NOTE) @Nullable String note,
        @Nullable Instant at) {

    static final int LONGEST_NOTE = 1000;

    /** Null where nothing is in it. */
    @Nullable
    String text() {
        return note == null || note.isBlank() ? null : note.strip();
    }

    void requirePlain() {
        if (kind == ObservationKind.OTHER && text() == null) {
            throw CommonProblem.invalid(Violation.reasonRequired("note", LONGEST_NOTE));
        }
    }
}
