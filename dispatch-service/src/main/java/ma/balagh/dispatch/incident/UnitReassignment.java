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
 * @param role null for the lead where there is none, and for support else
 * @param reason why
 */
record UnitReassignment(
        @NotNull UUID incidentId,
        @Nullable AssignmentRole role,
        @NotNull @Size(max = 4000) @Explanation String reason) {}
