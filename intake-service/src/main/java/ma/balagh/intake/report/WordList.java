package ma.balagh.intake.report;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;

/**
 * The words that reports have, which {@link Spelling} finds what is meant by. Those of new reports are learnt a little
 * later, many at once, so that nobody who files a report waits for that.
 */
@ApplicationScoped
class WordList {

    /** A report's time of receipt lies before its commit: by no more than a transaction may last. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final Clock clock;

    WordList(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Of several replicas, one at a time. */
    @Scheduled(
            identity = "word-list",
            every = "{balagh.reports.words-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void learn() {
        Instant now = clock.instant();
        jdbi.useHandle(handle -> handle.createQuery("select learnt_until from report_word_mark for update skip locked")
                .mapTo(OffsetDateTime.class)
                .findOne()
                .ifPresent(until -> {
                    handle.execute("""
                            insert into report_word (word)
                            select distinct used.word
                            from report, words_to_know(report_words(title, text, place, null)) as used (word)
                            where received_at > ? and received_at <= ?
                            and not exists (select from report_word where report_word.word = used.word)
                            """, until.minus(LONGEST_TRANSACTION), now);
                    handle.execute("update report_word_mark set learnt_until = ?", now);
                }));
    }
}
