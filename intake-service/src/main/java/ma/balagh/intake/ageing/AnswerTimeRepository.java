package ma.balagh.intake.ageing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.intake.ageing.AnswerPeriodQuery.AnswerPeriod;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Reads the table {@code report}: how long answers took, as far as somebody sees the reports. */
@ApplicationScoped
class AnswerTimeRepository {

    /** Of a period and its territory, with what became of each. */
    private static final String IN_PERIOD = """
            from report
            cross join lateral (
                select cast(extract(epoch from coalesce(answered_at, cast(:now as timestamptz)) - received_at)
                            as double precision) as seconds
            ) length
            cross join lateral (
                select case when answered_at is null and received_at >= :late then 'IN_TIME'
                            when answered_at is null then 'OVERDUE'
                            when length.seconds <= :target then 'KEPT'
                            else 'LATE' end as name
            ) fate
            where received_at > :from and received_at <= :to and jurisdiction like any(:jurisdictions)
            """;

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

    /** Where most wait for too long or were answered late first. */
    List<AnswerTimes.Territory> territories(AnswerPeriod period, Duration target) {
        return in(period, target, """
                        select jurisdiction,
                               count(*) as received,
                               count(answered_at) as answered,
                               count(*) filter (where fate.name = 'KEPT') as within_target,
                               count(*) filter (where fate.name = 'OVERDUE') as overdue,
                               percentile_cont(0.5) within group (order by length.seconds)
                                   filter (where answered_at is not null) as p50,
                               percentile_cont(0.95) within group (order by length.seconds)
                                   filter (where answered_at is not null) as p95
                        """ + IN_PERIOD + """
                        group by jurisdiction
                        order by count(*) filter (where fate.name in ('OVERDUE', 'LATE')) desc, jurisdiction
                        """).getResultList().stream()
                .map(row -> new AnswerTimes.Territory(
                        row.get("jurisdiction", String.class),
                        row.get("received", Long.class),
                        row.get("answered", Long.class),
                        row.get("within_target", Long.class),
                        row.get("overdue", Long.class),
                        row.get("p50", Double.class),
                        row.get("p95", Double.class)))
                .toList();
    }

    /**
     * Those first that took or have waited longest.
     *
     * @param fate null for all
     */
    List<AnswerTimeView> slowest(AnswerPeriod period, Duration target, @Nullable AnswerFate fate, int most) {
        return in(period, target, """
                        select id, fate.name as fate, received_at, answered_at, length.seconds as seconds, channel,
                               jurisdiction, receipt, title, left(text, 200) as text, url
                        """ + IN_PERIOD + """
                          and (cast(:fate as text) is null or fate.name = :fate)
                        order by length.seconds desc, id
                        limit :most
                        """)
                .setParameter("fate", fate == null ? null : fate.name(), String.class)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> new AnswerTimeView(
                        row.get("id", UUID.class),
                        AnswerFate.valueOf(row.get("fate", String.class)),
                        row.get("received_at", Instant.class),
                        row.get("answered_at", Instant.class),
                        row.get("seconds", Double.class),
                        Channel.valueOf(row.get("channel", String.class)),
                        row.get("jurisdiction", String.class),
                        row.get("receipt", String.class),
                        row.get("title", String.class),
                        row.get("text", String.class),
                        row.get("url", String.class)))
                .toList();
    }

    private NativeQuery<Tuple> in(AnswerPeriod period, Duration target, String sql) {
        return session.createNativeQuery(sql, Tuple.class)
                .setParameter("now", period.now())
                .setParameter("target", (double) target.toSeconds())
                .setParameter("late", period.now().minus(target))
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .setParameter("jurisdictions", period.patterns());
    }
}
