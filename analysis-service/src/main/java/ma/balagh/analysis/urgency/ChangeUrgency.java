package ma.balagh.analysis.urgency;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The body of a change of urgency. */
record ChangeUrgency(
        @NotNull UrgencyLevel level,
        @NotBlank @Size(max = 2000) String reason) {}
