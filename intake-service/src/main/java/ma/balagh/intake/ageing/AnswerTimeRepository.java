package ma.balagh.intake.ageing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Reads the table {@code report}: how long answers took, as far as somebody sees the reports. */
@ApplicationScoped
class AnswerTimeRepository {

    private final Session session;

    AnswerTimeRepository(Session session) {
        this.session = session;
    }

    /** By how many weeks ago; without those in which nothing was received. */
    Map<Integer, WeeklyAnswers.Count> weeks(Instant now, Duration target, int weeks) {
        return session
                .createNativeQuery("""
                        select cast(floor(extract(epoch from cast(:now as timestamptz) - received_at) / 604800) as integer)
                                   as ago,
                               count(*) as received,
                               count(answered_at) as answered,
                               count(*) filter (where length.seconds <= :target) as within_target,
                               count(*) filter (
                                   where answered_at is null and received_at < :late) as overdue,
                               percentile_cont(0.5) within group (order by length.seconds) as p50,
                               percentile_cont(0.95) within group (order by length.seconds) as p95
                        from report
                        cross join lateral (
                            select cast(extract(epoch from answered_at - received_at) as double precision) as seconds
                        ) length
                        where received_at > :from and received_at <= :now
                        group by 1
                        """, Tuple.class)
                .setParameter("now", now)
                .setParameter("target", (double) target.toSeconds())
                .setParameter("late", now.minus(target))
                .setParameter("from", WeeklyAnswers.begin(now, weeks - 1))
                .getResultList()
                .stream()
                .map(row -> new WeeklyAnswers.Count(
                        row.get("ago", Integer.class),
                        row.get("received", Long.class),
                        row.get("answered", Long.class),
                        row.get("within_target", Long.class),
                        row.get("overdue", Long.class),
                        row.get("p50", Double.class),
                        row.get("p95", Double.class)))
                .collect(Collectors.toMap(WeeklyAnswers.Count::ago, Function.identity()));
    }
}
