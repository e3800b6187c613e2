package ma.balagh.dispatch.incident;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.balagh.http.Explanation;

/**
 * Objects that were seized.
 *
 * @param description what they are, as the record of the seizure says
 * @param count how many of them
 */
public record SeizedObject(
        @NotNull Kind kind,
        @NotNull @Size(max = 200) @Explanation String description,
        @Min(1) @Max(100_000) int count) {

    /** What an object is taken for. */
    public enum Kind {
        WEAPON,
        VEHICLE,
        PHONE,
        MONEY,
        DRUGS,
        STOLEN_PROPERTY,
        OTHER
    }
}
