package ma.balagh.intake.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.balagh.http.SearchText;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** The tables {@code report_word} and {@code report_word_mark}: the words that reports have. */
@ApplicationScoped
class ReportWordRepository {

    private final Session session;

    ReportWordRepository(Session session) {
        this.session = session;
    }

    /**
     * Until when words of reports are known; nobody else learns any before this transaction ends.
     *
     * @return empty when somebody else is learning
     */
    Optional<Instant> lockMark() {
        return ScalarQuery.of(
                        session, "select learnt_until from report_word_mark for update skip locked", Instant.class)
                .uniqueResultOptional();
    }

    /** Learns the words of reports that were received between the two times. */
    void learn(Instant after, Instant until) {
        session.createNativeMutationQuery("""
                        insert into report_word (word)
                        select distinct used.word
                        from report, words_to_know(report_words(title, text, place, null)) as used (word)
                        where received_at > :after and received_at <= :until
                        and not exists (select from report_word where report_word.word = used.word)
                        """)
                .setParameter("after", after)
                .setParameter("until", until)
                .executeUpdate();
    }

    void mark(Instant learntUntil) {
        session.createNativeMutationQuery("update report_word_mark set learnt_until = :until")
                .setParameter("until", learntUntil)
                .executeUpdate();
    }

    /**
     * For each of the text's words, at most eight, up to eight words that are most like it by their trigrams. A word
     * that no report has is misspelt: one letter may be wrong, from six letters on two. Beside one that reports have, only
     * a long one that is nearly the same counts, such as another spelling of a name.
     */
    List<SearchSpelling> spellings(SearchText text) {
        if (text.spelled().isEmpty()) {
            return List.of();
        }
        return session
                .createNativeQuery("""
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
                        """, Tuple.class)
                .setParameter("words", text.spelled())
                .getResultList()
                .stream()
                .map(row -> new SearchSpelling(row.get("typed", String.class), row.get("meant", String.class)))
                .toList();
    }
}
