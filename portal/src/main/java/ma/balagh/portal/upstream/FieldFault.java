package ma.balagh.portal.upstream;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is wrong with a field: the services' codes (docs/violations.md), and OTHER for unknown ones. */
public enum FieldFault {
    REQUIRED,
    REASON_REQUIRED,
    CONTENT_REQUIRED,
    OTHER_REQUIRED,
    TOO_SHORT,
    TOO_LONG,
    WRONG_LENGTH,
    TOO_SMALL,
    TOO_LARGE,
    OUT_OF_RANGE,
    TOO_MANY,
    TOO_MANY_WORDS,
    IN_THE_FUTURE,
    TOO_EARLY,
    NO_WORDS,
    NO_LETTERS,
    OTHER_LANGUAGE,
    MARKUP,
    LISTED_ALREADY,
    NOT_ONE_OF,
    NOT_AN_ADDRESS,
    NOT_PUBLIC,
    OTHER_PORT,
    WITH_PASSWORD,
    OF_A_WEBHOOK,
    NOT_A_JURISDICTION,
    NOT_YOUR_JURISDICTION,
    NOT_A_DOSSIER,
    WITHOUT_AREA,
    CROSSES_ITSELF,
    HIDES_NOTHING,
    NOT_FOUND,
    UNDER_EXAMINATION,
    ANSWERED,
    HAS_RECORDING,
    JUDGED,
    SHARED,
    UNIT_IN_OTHER_PLAN,
    NO_UNIT_ON_DUTY,
    NO_BLACK_SPOT,
    UNFITTING,
    UNKNOWN_FIELD,
    MALFORMED,
    OTHER;

    static FieldFault of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(fault -> fault.name().equals(code))
                .findFirst()
                .orElse(OTHER);
    }
}
