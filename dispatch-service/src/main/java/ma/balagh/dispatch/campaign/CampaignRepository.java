package ma.balagh.dispatch.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import ma.balagh.dispatch.clock.Stage;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** The tables {@code campaign_*}: what is published, and the key of its noise. */
@ApplicationScoped
class CampaignRepository {

    private final Session session;

    CampaignRepository(Session session) {
        this.session = session;
    }

    /** A month and since when it is published. */
    record PublishedMonth(YearMonth month, Instant publishedAt) {}

    /** @param fresh kept where there is none yet */
    byte[] key(byte[] fresh) {
        session.createNativeMutationQuery("insert into campaign_key (id, key) values (1, :key) on conflict do nothing")
                .setParameter("key", fresh)
                .executeUpdate();
        return ScalarQuery.of(session, "select key from campaign_key", byte[].class)
                .getSingleResult();
    }

    Optional<YearMonth> last() {
        return session.createNativeQuery("select max(month) as month from campaign_month", Tuple.class)
                .addScalar("month", LocalDate.class)
                .getResultStream()
                .map(row -> row.get("month", LocalDate.class))
                .filter(month -> month != null)
                .map(YearMonth::from)
                .findFirst();
    }

    void add(YearMonth month, ZoneId zone, Instant now, List<NoisyCount> counts, List<CoarsePace> paces) {
        session.createNativeMutationQuery("""
                        insert into campaign_month (month, begins_at, ends_at, published_at)
                        values (:month, :begin, :end, :now)
                        """)
                .setParameter("month", month.atDay(1))
                .setParameter("begin", start(month, zone))
                .setParameter("end", start(month.plusMonths(1), zone))
                .setParameter("now", now)
                .executeUpdate();
        session.createNativeMutationQuery("""
                        insert into campaign_count (month, area, measure, noisy)
                        select :month, area, measure, noisy
                        from unnest(cast(:areas as text[]), cast(:measures as text[]), cast(:noisy as integer[]))
                            as published (area, measure, noisy)
                        """)
                .setParameter("month", month.atDay(1))
                .setParameter("areas", counts.stream().map(NoisyCount::area).toArray(String[]::new))
                .setParameter(
                        "measures",
                        counts.stream().map(count -> count.measure().name()).toArray(String[]::new))
                .setParameter("noisy", counts.stream().map(NoisyCount::noisy).toArray(Integer[]::new))
                .executeUpdate();
        paces.forEach(this::add);
    }

    private void add(CoarsePace pace) {
        session.createNativeMutationQuery("""
                        insert into campaign_pace (month, area, stage, p50, p95)
                        values (:month, :area, :stage, :p50, :p95)
                        """)
                .setParameter("month", pace.month().atDay(1))
                .setParameter("area", pace.area())
                .setParameter("stage", pace.stage().name())
                .setParameter("p50", pace.p50())
                .setParameter("p95", pace.p95(), Long.class)
                .executeUpdate();
    }

    static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** The months from one to another, in order. */
    List<PublishedMonth> months(YearMonth from, YearMonth to) {
        return session
                .createNativeQuery("""
                        select month, published_at from campaign_month where month between :from and :to order by month
                        """, Tuple.class)
                .addScalar("month", LocalDate.class)
                .addScalar("published_at", Instant.class)
                .setParameter("from", from.atDay(1))
                .setParameter("to", to.atDay(1))
                .getResultList()
                .stream()
                .map(row -> new PublishedMonth(
                        YearMonth.from(row.get("month", LocalDate.class)), row.get("published_at", Instant.class)))
                .toList();
    }

    List<NoisyCount> counts(YearMonth from, YearMonth to) {
        return session
                .createNativeQuery("""
                        select month, area, measure, noisy from campaign_count where month between :from and :to
                        """, Tuple.class)
                .addScalar("month", LocalDate.class)
                .addScalar("area", String.class)
                .addScalar("measure", String.class)
                .addScalar("noisy", Integer.class)
                .setParameter("from", from.atDay(1))
                .setParameter("to", to.atDay(1))
                .getResultList()
                .stream()
                .map(row -> new NoisyCount(
                        YearMonth.from(row.get("month", LocalDate.class)),
                        row.get("area", String.class),
                        CampaignMeasure.valueOf(row.get("measure", String.class)),
                        row.get("noisy", Integer.class)))
                .toList();
    }

    List<CoarsePace> paces(YearMonth from, YearMonth to) {
        return session
                .createNativeQuery("""
                        select month, area, stage, p50, p95 from campaign_pace where month between :from and :to
                        """, Tuple.class)
                .addScalar("month", LocalDate.class)
                .addScalar("area", String.class)
                .addScalar("stage", String.class)
                .addScalar("p50", Long.class)
                .addScalar("p95", Long.class)
                .setParameter("from", from.atDay(1))
                .setParameter("to", to.atDay(1))
                .getResultList()
                .stream()
                .map(row -> new CoarsePace(
                        YearMonth.from(row.get("month", LocalDate.class)),
                        row.get("area", String.class),
                        Stage.valueOf(row.get("stage", String.class)),
                        row.get("p50", Long.class),
                        row.get("p95", Long.class)))
                .toList();
    }
}
