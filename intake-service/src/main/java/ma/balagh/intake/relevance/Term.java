package ma.balagh.intake.relevance;

import org.jspecify.annotations.Nullable;

/**
 * Words that say something about whether an item is relevant.
 *
 * @param term one to six words; spellings that the analysis makes equal need not be listed
 * @param weight 1 to 100. Of a term that raises: how likely an item that has it alone is relevant, in percent. Of one that
 *     lowers: how much of the score it takes, in percent. Without meaning for the other two kinds
 * @param language {@code ar}, {@code fr} or {@code en} where the words mean something else in another language: it then
 *     counts only in texts that are said to be in that one, or in none
 */
public record Term(
        String term,
        TermMeaning meaning,
        int weight,
        @Nullable String language) {

    /** @param told the primary language of the text, where it is known */
    boolean countsIn(@Nullable String told) {
        return language == null || told == null || language.equals(told);
    }
}
