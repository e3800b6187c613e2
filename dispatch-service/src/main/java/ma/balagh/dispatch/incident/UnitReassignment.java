package ma.balagh.dispatch.incident;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.http.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit goes instead.
 *
 * @param incidentId the other incident
 * @param incidentTag the other incident's {@code ETag} as it was read, beside an {@code If-Match} for the incident that
 *     the unit leaves; nobody is sent without it
 * @param role null for the lead where there is none, and for support else
 * @param reason why
 */
record UnitReassignment(
        @NotNull UUID incidentId,
        @Size(max = 200) @Nullable String incidentTag,
        @Nullable AssignmentRole role,
        @NotNull @Size(max = 4000) @Explanation String reason) {

    /** Where the unit goes, whichever version was read: whoever repeats a request may have read a newer one. */
    UnitReassignment unconditional() {
        return new UnitReassignment(incidentId, null, role, reason);
    }
}
