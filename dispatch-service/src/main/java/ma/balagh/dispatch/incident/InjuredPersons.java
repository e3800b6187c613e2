package ma.balagh.dispatch.incident;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How many were injured in one role; a figure, and nobody's name. */
public record InjuredPersons(
        @NotNull Role role, @Min(1) @Max(1000) int count) {

    /** What somebody was in the incident. */
    public enum Role {
        VICTIM,
        BYSTANDER,
        SUSPECT,
        OFFICER
    }
}
