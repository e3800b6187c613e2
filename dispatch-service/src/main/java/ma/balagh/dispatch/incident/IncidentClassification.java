package ma.balagh.dispatch.incident;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.balagh.dispatch.runcard.IncidentType;
import org.jspecify.annotations.Nullable;

/**
 * What a dispatcher takes an incident for.
 *
 * @param alarmLevel 1 (one crew) to 3 (everything that can come)
 * @param note why
 */
record IncidentClassification(
        @NotNull IncidentType type,
        @NotNull @Min(1) @Max(3) Integer alarmLevel,
        @Size(max = 4000) @Nullable String note) {}
