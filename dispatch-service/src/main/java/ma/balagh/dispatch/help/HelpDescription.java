package ma.balagh.dispatch.help;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import ma.balagh.http.Jurisdictions;

/**
 * What help is asked for.
 *
 * @param asking the jurisdiction whose incidents need units
 * @param asked the jurisdiction whose units are asked for
 * @param reason why, for whoever grants it
 * @param until when the help ends
 */
record HelpDescription(
        @NotNull
        @Size(max = Jurisdictions.LONGEST)
        @Pattern(regexp = Jurisdictions.CODE, message = Jurisdictions.EXPECTED)
        String asking,

        @NotNull
        @Size(max = Jurisdictions.LONGEST)
        @Pattern(regexp = Jurisdictions.CODE, message = Jurisdictions.EXPECTED)
        String asked,

        @NotBlank @Size(max = 1000) String reason,

        @NotNull Instant until) {

    /** Whether the one lies in the other, so that its units may be sent anyway. */
    boolean isWithinOne() {
        return Jurisdictions.of(asking).covers(asked) || Jurisdictions.of(asked).covers(asking);
    }
}
