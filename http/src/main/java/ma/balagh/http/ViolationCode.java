package ma.balagh.http;

/**
 * What is wrong with a field, for programs. The codes are stable: one that is published keeps its meaning. Their
 * parameters stand in brackets.
 */
public enum ViolationCode {
    /** There has to be a value, and one that is not blank. */
    REQUIRED,
    /** Somebody has to say why, in words; [max] characters at most. */
    REASON_REQUIRED,
    /** At least one of several fields is needed. */
    CONTENT_REQUIRED,
    /** Two values belong together, and one is missing. */
    OTHER_REQUIRED,
    /** Fewer than [min] characters. */
    TOO_SHORT,
    /** More than [max] characters. */
    TOO_LONG,
    /** Not [min] to [max] characters. */
    WRONG_LENGTH,
    /** Less than [min]. */
    TOO_SMALL,
    /** More than [max]. */
    TOO_LARGE,
    /** Not [min] to [max]. */
    OUT_OF_RANGE,
    /** More than [max] things. */
    TOO_MANY,
    /** More than [max] words. */
    TOO_MANY_WORDS,
    /** Later than now. */
    IN_THE_FUTURE,
    /** Earlier than it can be. */
    TOO_EARLY,
    /** Fewer than [min] letters: no words. */
    NO_WORDS,
    /** Nothing that could be looked for. */
    NO_LETTERS,
    /** Not written in the language that the field is for. */
    OTHER_LANGUAGE,
    /** More than one paragraph of plain text. */
    MARKUP,
    /** The same thing stands there twice. */
    LISTED_ALREADY,
    /** Not one of [allowed]. */
    NOT_ONE_OF,
    /** No address of the web that could be fetched. */
    NOT_AN_ADDRESS,
    /** The address leads into a network that is not public. */
    NOT_PUBLIC,
    /** The address names a port that nothing is fetched from. */
    OTHER_PORT,
    /** The address carries a user's name or password. */
    WITH_PASSWORD,
    /** What a polled source has, given for a webhook, or the reverse. */
    OF_A_WEBHOOK,
    /** No code of a jurisdiction. */
    NOT_A_JURISDICTION,
    /** A jurisdiction that the caller does not have. */
    NOT_YOUR_JURISDICTION,
    /** No other dossier that the caller may see. */
    NOT_A_DOSSIER,
    /** A rectangle or an outline without an area. */
    WITHOUT_AREA,
    /** A line or an outline that crosses itself. */
    CROSSES_ITSELF,
    /** A redaction that would show and let hear everything. */
    HIDES_NOTHING,
    /** Something that does not exist, or not for the caller. */
    NOT_FOUND,
    /** A report whose dossier answers it. */
    UNDER_EXAMINATION,
    /** A report that is answered. */
    ANSWERED,
    /** A report that has a recording. */
    HAS_RECORDING,
    /** A report in a dossier that people judge or have judged. */
    JUDGED,
    /** A report in a dossier with others. */
    SHARED,
    /** Another approved patrol plan, [plan], has [unit] from [from] to [to]. */
    UNIT_IN_OTHER_PLAN,
    /** No unit is meant to work in the time of a patrol plan. */
    NO_UNIT_ON_DUTY,
    /** A patrol plan names no place, and no black spot is known in its territory. */
    NO_BLACK_SPOT,
    /** It does not go with the rest of the request, or with what is there. */
    UNFITTING,
    /** A field that is not known here. */
    UNKNOWN_FIELD,
    /** It cannot be read as what it has to be. */
    MALFORMED
}
