package ma.balagh.dispatch.escalation;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.dispatch.statistics.StatisticsPeriod;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Figures over the table {@code incident_stage}. */
@ApplicationScoped
class StageStatisticsRepository {

    private static final String COMPLETED = """
            from incident_stage stage
            join incident on incident.id = stage.incident_id
            left join assignment on assignment.id = stage.assignment_id
            cross join lateral (
                select cast(extract(epoch from stage.ended_at - stage.started_at) as double precision) as seconds,
                       cast(extract(epoch from stage.target_at - stage.started_at) as double precision) as target,
                       stage.ended_at <= stage.target_at as within_target) length
            where stage.completed and stage.ended_at >= :from and stage.ended_at < :to
              and (cast(:jurisdiction as text) is null
                   or incident.jurisdiction = :jurisdiction or incident.jurisdiction like :jurisdiction || '-%')
              and (cast(:incidentType as text) is null or incident.type = :incidentType)
            """;

    private final Session session;

    StageStatisticsRepository(Session session) {
        this.session = session;
    }

    Map<IncidentStage, StageStatistics.StageFigures> figures(StatisticsPeriod period) {
        return in(period, """
                select stage.stage, count(*) as samples,
                       count(*) filter (where length.within_target) as within_target,
                       min(length.target) as shortest_target, max(length.target) as longest_target,
                       percentile_cont(0.5) within group (order by length.seconds) as p50,
                       percentile_cont(0.95) within group (order by length.seconds) as p95
                """ + COMPLETED + " group by stage.stage")
                .addScalar("stage", String.class)
                .addScalar("samples", Long.class)
                .addScalar("within_target", Long.class)
                .addScalar("shortest_target", Double.class)
                .addScalar("longest_target", Double.class)
                .addScalar("p50", Double.class)
                .addScalar("p95", Double.class)
                .setTupleTransformer((row, columns) -> Map.entry(
                        IncidentStage.valueOf((String) row[0]),
                        new StageStatistics.StageFigures(
                                (Long) row[1],
                                (Long) row[2],
                                (Double) row[3],
                                (Double) row[4],
                                (Double) row[5],
                                (Double) row[6])))
                .getResultStream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** At most so many of one stage, the slowest first. */
    List<StageSample> samples(StatisticsPeriod period, IncidentStage stage, int most) {
        return in(period, """
                select incident.id, incident.jurisdiction, incident.severity, assignment.call_sign, stage.started_at,
                       stage.target_at, stage.ended_at, length.seconds, length.within_target
                """ + COMPLETED + """
                  and stage.stage = :stage
                order by length.seconds desc, stage.id
                limit :most
                """)
                .setParameter("stage", stage.name())
                .setParameter("most", most)
                .addScalar("id", UUID.class)
                .addScalar("jurisdiction", String.class)
                .addScalar("severity", Integer.class)
                .addScalar("call_sign", String.class)
                .addScalar("started_at", Instant.class)
                .addScalar("target_at", Instant.class)
                .addScalar("ended_at", Instant.class)
                .addScalar("seconds", Double.class)
                .addScalar("within_target", Boolean.class)
                .setTupleTransformer((row, columns) -> new StageSample(
                        (UUID) row[0],
                        (String) row[1],
                        (Integer) row[2],
                        stage,
                        (@Nullable String) row[3],
                        (Instant) row[4],
                        (Instant) row[5],
                        (Instant) row[6],
                        (Double) row[7],
                        (Boolean) row[8]))
                .getResultList();
    }

    private NativeQuery<Object[]> in(StatisticsPeriod period, String sql) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .setParameter("jurisdiction", period.jurisdiction(), String.class)
                .setParameter("incidentType", period.typeName(), String.class);
    }
}
