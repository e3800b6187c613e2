package ma.balagh.intake.answer;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /answer-texts/{key}}. A text is a text: there are no placeholders, so nothing of a report or a
 * person can get into it by itself.
 */
record EditText(
        @Size(max = LONGEST) @Nullable String ar,
        @Size(max = LONGEST) @Nullable String fr,
        @Size(max = LONGEST) @Nullable String en) {

    private static final int LONGEST = 1000;

    /** Control characters, those that turn the direction of what follows, lone surrogates, and what begins markup. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069<>]");

    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

    /** @throws ma.balagh.http.ProblemException 400 with every field that is wrong */
    AnswerText checked() {
        List<Violation> violations = new ArrayList<>();
        var text = new AnswerText(
                checked("ar", ar, ARABIC, violations),
                checked("fr", fr, LATIN, violations),
                checked("en", en, LATIN, violations));
        if (!violations.isEmpty()) {
            throw CommonProblem.invalid(violations);
        }
        return text;
    }

    private static String checked(String field, @Nullable String text, Pattern script, List<Violation> violations) {
        String stripped = text == null ? "" : text.strip();
        if (!script.matcher(stripped).find()) {
            violations.add(new Violation(field, ViolationCode.OTHER_LANGUAGE, "must be a text in its language"));
        }
        if (stripped.codePointCount(0, stripped.length()) > LONGEST) {
            violations.add(Violation.tooLong(field, LONGEST));
        }
        if (FORBIDDEN.matcher(stripped).find()) {
            violations.add(
                    new Violation(field, ViolationCode.MARKUP, "must be one paragraph of plain text without markup"));
        }
        return stripped;
    }
}
