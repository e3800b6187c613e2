package ma.balagh.dispatch.inquiry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import ma.balagh.http.Explanation;

/**
 * A hearing that somebody plans.
 *
 * @param person initials or a reference, never a name
 */
record PlanHearing(
        InquiryHearing.@NotNull Role role,

        @NotNull @Size(max = 40) @Pattern(regexp = PERSON, message = PERSON_EXPECTED)
        String person,

        @NotNull @Size(max = 200) @Explanation String place,
        @NotNull Instant scheduledAt) {

    /** Initials, each with a full stop, or a reference without spaces that has a digit. */
    static final String PERSON = "(?:\\p{L}\\.){1,4}|(?=[^0-9]{0,39}[0-9])[\\p{L}0-9/._-]{1,40}";

    static final String PERSON_EXPECTED = "must be initials such as A.B., or a reference with a digit; never a name";
}
