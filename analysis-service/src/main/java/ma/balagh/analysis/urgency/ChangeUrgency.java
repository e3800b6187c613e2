package ma.balagh.analysis.urgency;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.balagh.http.Explanation;

/** The body of a change of urgency. */
record ChangeUrgency(
        @NotNull UrgencyLevel level,
        @NotNull @Size(max = 2000) @Explanation String reason) {}
