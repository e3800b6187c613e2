package ma.balagh.intake.report;

/**
 * The alternatives for a search word, as text of a tsquery.
 *
 * @param meant the word itself or one of those that reports have and that are almost the same
 */
record SearchSpelling(String typed, String meant) {

    /** The least similarity, by trigrams, of what may be meant by a misspelt word; {@code %} goes by it. */
    static final String LEAST_SIMILARITY = "0.4";

    /** The least similarity of another spelling of a word that is right; {@code %>>} goes by it. */
    static final String LEAST_SIMILARITY_OF_VARIANT = "0.6";
}
