package ma.balagh.intake.relevance;

/**
 * A term that an item has, and its effect on the score.
 *
 * @param term as the list has it
 * @param words as the item has them
 * @param weight positive where it raised the score, negative where it lowered it; 0 where it is negated or something
 *     stronger of its kind counted
 * @param negated whether each time a word before it denied it
 */
public record RelevanceReason(
        String term, TermMeaning meaning, ItemPart where, String words, int weight, boolean negated) {}
