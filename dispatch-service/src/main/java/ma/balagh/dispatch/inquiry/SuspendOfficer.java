package ma.balagh.dispatch.inquiry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import ma.balagh.http.Explanation;

/**
 * That an officer was suspended.
 *
 * @param person initials or a reference, never a name
 * @param legalBasis the provision, and the decision that rests on it
 * @param endsAt after its beginning
 */
record SuspendOfficer(
        @NotNull @Size(max = 40) @Pattern(regexp = PlanHearing.PERSON, message = PlanHearing.PERSON_EXPECTED)
        String person,

        @NotNull @Size(max = 500) @Explanation String legalBasis,
        @NotNull Instant beginsAt,
        @NotNull Instant endsAt) {}
