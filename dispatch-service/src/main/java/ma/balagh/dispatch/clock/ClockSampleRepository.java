package ma.balagh.dispatch.clock;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.dispatch.runcard.IncidentType;
import ma.balagh.dispatch.statistics.StatisticsPeriod;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The view {@code clock_sample}: what went through a stage. Figures and lists are of the same rows. */
@ApplicationScoped
class ClockSampleRepository {

    private static final String IN_PERIOD = """
            from clock_sample sample
            left join unnest(cast(:stages as text[]), cast(:targets as double precision[]))
                as target (stage, most) on target.stage = sample.stage
            where ended_at >= :from and ended_at < :to
              and jurisdiction like any(:visible)
              and (cast(:jurisdiction as text) is null
                   or jurisdiction = :jurisdiction or jurisdiction like :jurisdiction || '-%')
              and (cast(:incidentType as text) is null or incident_type = :incidentType)
            """;

    private final Session session;
    private final ClockTargetConfig targets;

    ClockSampleRepository(Session session, ClockTargetConfig targets) {
        this.session = session;
        this.targets = targets;
    }

    /**
     * What ended in that period, by the name of its stage.
     *
     * @param visible patterns of jurisdictions
     */
    Map<String, DurationQuantiles> durations(StatisticsPeriod period, List<String> visible) {
        return in(period, visible, """
                select sample.stage, count(*) as samples,
                       count(*) filter (where seconds <= target.most) as within_target,
                       percentile_cont(0.5) within group (order by seconds) as p50,
                       percentile_cont(0.95) within group (order by seconds) as p95,
                       percentile_cont(0.99) within group (order by seconds) as p99
                """ + IN_PERIOD + " group by sample.stage")
                .addScalar("stage", String.class)
                .addScalar("samples", Long.class)
                .addScalar("within_target", Long.class)
                .addScalar("p50", Double.class)
                .addScalar("p95", Double.class)
                .addScalar("p99", Double.class)
                .setTupleTransformer((row, columns) -> Map.entry(
                        (String) row[0],
                        new DurationQuantiles(
                                (Long) row[1], (Long) row[2], (Double) row[3], (Double) row[4], (Double) row[5])))
                .getResultStream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** At most so many of one stage, the slowest first. */
    List<ClockSample> samples(StatisticsPeriod period, Stage stage, List<String> visible, int most) {
        return in(period, visible, """
                select subject_id, jurisdiction, incident_type, started_at, ended_at, seconds, target.most as target,
                       seconds <= target.most as within_target
                """ + IN_PERIOD + """
                  and sample.stage = :stage
                order by seconds desc, subject_id, ended_at
                limit :most
                """)
                .setParameter("stage", stage.name())
                .setParameter("most", most)
                .addScalar("subject_id", UUID.class)
                .addScalar("jurisdiction", String.class)
                .addScalar("incident_type", String.class)
                .addScalar("started_at", Instant.class)
                .addScalar("ended_at", Instant.class)
                .addScalar("seconds", Double.class)
                .addScalar("target", Double.class)
                .addScalar("within_target", Boolean.class)
                .setTupleTransformer((row, columns) -> new ClockSample(
                        stage,
                        stage.subject(),
                        (UUID) row[0],
                        (String) row[1],
                        type((@Nullable String) row[2]),
                        (Instant) row[3],
                        (Instant) row[4],
                        (Double) row[5],
                        (Double) row[6],
                        (Boolean) row[7]))
                .getResultList();
    }

    private NativeQuery<Object[]> in(StatisticsPeriod period, List<String> visible, String sql) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter(
                        "stages", Stream.of(Stage.values()).map(Stage::name).toArray(String[]::new))
                .setParameter(
                        "targets", Stream.of(Stage.values()).map(this::target).toArray(Double[]::new))
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .setParameter("jurisdiction", period.jurisdiction(), String.class)
                .setParameter("incidentType", period.typeName(), String.class)
                .setParameter("visible", visible.toArray(String[]::new));
    }

    private static @Nullable IncidentType type(@Nullable String name) {
        return name == null ? null : IncidentType.valueOf(name);
    }

    private Double target(Stage stage) {
        return stage.target(targets).toMillis() / 1000.0;
    }
}
