package ma.balagh.dispatch.communique;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import ma.balagh.dispatch.personaldata.PersonalDataKind;
import ma.balagh.http.Explanation;

/**
 * Says why something that the check found may stay.
 *
 * @param from as the finding says it
 * @param to as the finding says it
 */
record AnswerFinding(
        @NotNull @Size(max = 2) @Pattern(regexp = "ar|fr|en", message = "must be ar, fr or en")
        String language,

        @NotNull PersonalDataKind kind,

        @NotNull @Min(0) @Max(CommuniqueTexts.LONGEST) Integer from,

        @NotNull @Min(1) @Max(CommuniqueTexts.LONGEST) Integer to,

        @NotNull @Size(max = 500) @Explanation(min = 10) String reason) {}
