package ma.balagh.dispatch.incident;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Under which reference the custody of an arrested person is recorded.
 *
 * @param person the person's number in the incident, from 1; nobody's name
 * @param reference of the police record; has a digit, which no name has
 */
public record ArrestReference(
        @Min(1) @Max(1000) int person,

        @NotNull
        @Size(max = 60)
        @Pattern(regexp = REFERENCE, message = "must be a reference with a digit, such as PV 120/2026")
        String reference) {

    static final String REFERENCE = "[\\p{L}\\p{N} ./_-]{0,59}\\p{Nd}[\\p{L}\\p{N} ./_-]{0,59}";
}
