package ma.balagh.intake.place;

/** Why a place is more or less likely to be meant. */
public enum PlaceReason {
    /** The text has its name. */
    NAMED,
    /** A word of place or direction stands before it, such as {@code في}, {@code à}. */
    PREPOSITION_BEFORE,
    /** A word for a place stands before it, such as {@code مدينة}, {@code quartier}. */
    PLACE_WORD_BEFORE,
    /** It is a hashtag. */
    HASHTAG,
    /** The text names the city of this district, too. */
    CITY_NAMED_TOO,
    /** The text names it more than once. */
    NAMED_OFTEN,
    /** Less likely: other places have that name. */
    AMBIGUOUS,
    /** Less likely: the name is a word of the language, too. */
    COMMON_WORD,
    /** Less likely: a street is named after it. */
    STREET_NAME
}
