package ma.balagh.intake.report;

import java.util.List;
import ma.balagh.http.SearchText;
import org.jdbi.v3.core.Handle;

/**
 * What may be meant by a word, both as text of a {@code tsquery}.
 *
 * @param meant the word itself or one of those that reports have and that are almost the same
 */
record Spelling(String typed, String meant) {

    /** The least similarity, by trigrams, of what may be meant by a misspelt word; {@code %} goes by it. */
    static final String LEAST_SIMILARITY = "0.4";

    /** The least similarity of another spelling of a word that is right; {@code %>>} goes by it. */
    static final String LEAST_SIMILARITY_OF_VARIANT = "0.6";

    /**
     * For each of the text's words, at most eight, up to eight words that are most like it by their trigrams. A word
     * that no report has is misspelt: one letter may be wrong, from six letters on two. Beside one that reports have, only
     * a long one that is nearly the same counts, such as another spelling of a name.
     */
    static List<Spelling> of(SearchText text, Handle handle) {
        if (text.spelled().isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                        with typed as materialized (
                            select word, cast(without_final_hamza(plainto_tsquery('report', word)) as text) as query,
                                exists (select from report_word where report_word.word = typed.word) as known
                            from words_to_know(fold_text(:words)) as typed (word) limit 8)
                        select typed.query as typed, typed.query || ' | ' || string_agg(meant.query, ' | ') as meant
                        from typed, lateral (
                            select cast(without_final_hamza(plainto_tsquery('report', near.word)) as text) as query
                            from (
                                select report_word.word from report_word
                                where not typed.known
                                and trigram_letters(report_word.word) % trigram_letters(typed.word)
                                and levenshtein_less_equal(report_word.word, typed.word, 2)
                                    <= case when length(typed.word) < 6 then 1 else 2 end
                                union
                                select report_word.word from report_word
                                where typed.known and length(typed.word) >= 6
                                and trigram_letters(report_word.word) %>> trigram_letters(typed.word)
                                and levenshtein_less_equal(report_word.word, typed.word, 1) <= 1) as near
                            order by similarity(trigram_letters(near.word), trigram_letters(typed.word)) desc
                            limit 8) as meant
                        where typed.query <> '' and meant.query not in ('', typed.query)
                        group by typed.query
                        """)
                .bind("words", text.spelled())
                .map((row, context) -> new Spelling(row.getString("typed"), row.getString("meant")))
                .list();
    }
}
