package ma.balagh.dispatch.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.balagh.dispatch.clock.Stage;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What really happened: the tables and views {@code clock_*}. Its answers are for {@link MonthRedactor} alone. */
@ApplicationScoped
class CampaignSourceRepository {

    /**
     * A report of a dossier with an inquiry is left out where its month was published after the inquiry came, as it is from
     * all other figures. Where it had been counted before, it is answered in the month of the inquiry: what was taken in
     * and neither answered nor waits would tell of it.
     */
    private static final String COUNTS = """
            with hidden as materialized (
                select report_id, max(inquiry.opened_at) as at
                from clock_hidden_report
                join clock_dossier_report using (report_id)
                join inquiry using (dossier_id)
                group by report_id
            ), report as materialized (
                select report.report_id, statistical_territory(report.jurisdiction) as area, report.received_at,
                       hidden.at as hidden_at
                from clock_report report
                left join hidden using (report_id)
                left join campaign_month on report.received_at >= begins_at and report.received_at < ends_at
                where report.received_at < :end and (hidden.at is null or hidden.at > campaign_month.published_at)
            ), standing as (
                select report.*,
                       case when hidden_at < :begin then 'OTHER_ANSWER' else earlier.finding end as before,
                       case when hidden_at < :end then 'OTHER_ANSWER' else later.finding end as after
                from report
                left join lateral (
                    select finding(kind) from clock_answer
                    where report_id = report.report_id and at < :begin order by at desc limit 1) earlier on true
                left join lateral (
                    select finding(kind) from clock_answer
                    where report_id = report.report_id and at < :end order by at desc limit 1) later on true
            )
            select area, measure, count(*) as number
            from (
                select area, 'TAKEN_IN' as measure from report where received_at >= :begin
                union all
                select report.area, 'EXAMINED'
                from report
                cross join lateral (
                    select min(evidence.examined_at) as at
                    from clock_report_evidence brought
                    join clock_evidence evidence using (evidence_id)
                    where brought.report_id = report.report_id) first
                where first.at >= :begin and first.at < :end
                union all
                select area, after from standing where after is distinct from before and after is not null
                union all
                select area,
                       case when received_at >= :begin then 'WAITING_UNDER_ONE_MONTH'
                            when received_at >= :quarter then 'WAITING_UNDER_THREE_MONTHS'
                            when received_at >= :year then 'WAITING_UNDER_ONE_YEAR'
                            else 'WAITING_LONGER' end
                from standing where after is null
            ) counted
            group by area, measure
            """;

    private final Session session;

    CampaignSourceRepository(Session session) {
        this.session = session;
    }

    /** When the first report was taken in; null where there is none. */
    @Nullable
    Instant first() {
        return session.createNativeQuery("select min(received_at) as first from clock_report", Tuple.class)
                .addScalar("first", Instant.class)
                .getSingleResult()
                .get("first", Instant.class);
    }

    MonthCounts counts(YearMonth month, ZoneId zone) {
        Map<String, Map<CampaignMeasure, Long>> byArea = new HashMap<>();
        session.createNativeQuery(COUNTS, Tuple.class)
                .setParameter("begin", CampaignRepository.start(month, zone))
                .setParameter("end", CampaignRepository.start(month.plusMonths(1), zone))
                .setParameter("quarter", CampaignRepository.start(month.minusMonths(2), zone))
                .setParameter("year", CampaignRepository.start(month.minusMonths(11), zone))
                .addScalar("area", String.class)
                .addScalar("measure", String.class)
                .addScalar("number", Long.class)
                .getResultList()
                .forEach(row -> byArea.computeIfAbsent(
                                row.get("area", String.class), area -> new EnumMap<>(CampaignMeasure.class))
                        .put(CampaignMeasure.valueOf(row.get("measure", String.class)), row.get("number", Long.class)));
        return new MonthCounts(byArea);
    }

    List<MonthPace> paces(YearMonth month, ZoneId zone) {
        return session
                .createNativeQuery("""
                        select coalesce(area, :country) as area, stage, count(*) as samples,
                               percentile_cont(0.5) within group (order by seconds) as p50,
                               percentile_cont(0.95) within group (order by seconds) as p95
                        from (
                            select statistical_territory(jurisdiction) as area, stage, seconds
                            from clock_sample
                            where ended_at >= :begin and ended_at < :end and stage in (:stages)) sample
                        group by grouping sets ((area, stage), (stage))
                        having grouping(area) = 1 or area <> :country
                        """, Tuple.class)
                .setParameter("country", MonthRedactor.COUNTRY)
                .setParameter("begin", CampaignRepository.start(month, zone))
                .setParameter("end", CampaignRepository.start(month.plusMonths(1), zone))
                .setParameterList(
                        "stages",
                        List.of(Stage.values()).stream().map(Stage::name).toList())
                .addScalar("area", String.class)
                .addScalar("stage", String.class)
                .addScalar("samples", Long.class)
                .addScalar("p50", Double.class)
                .addScalar("p95", Double.class)
                .getResultList()
                .stream()
                .map(row -> new MonthPace(
                        row.get("area", String.class),
                        Stage.valueOf(row.get("stage", String.class)),
                        row.get("samples", Long.class),
                        row.get("p50", Double.class),
                        row.get("p95", Double.class)))
                .toList();
    }
}
