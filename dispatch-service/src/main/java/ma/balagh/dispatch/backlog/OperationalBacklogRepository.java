package ma.balagh.dispatch.backlog;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.dispatch.backlog.OperationalBacklog.StageBacklog;
import ma.balagh.dispatch.backlog.OperationalBacklog.Waiting;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Counts over the tables {@code incident_stage}, {@code incident}, {@code communique} and {@code patrol_plan}. */
@ApplicationScoped
class OperationalBacklogRepository {

    private final Session session;

    OperationalBacklogRepository(Session session) {
        this.session = session;
    }

    /** @param jurisdiction that territory and what lies in it; null for all that is visible */
    Map<IncidentStage, StageBacklog> stages(Instant now, @Nullable String jurisdiction) {
        return session.createNativeQuery("""
                        select stage.stage, count(distinct stage.incident_id) as incidents,
                               count(distinct stage.incident_id) filter (where stage.target_at <= :now) as overdue,
                               min(stage.started_at) as since
                        from incident_stage stage
                        join incident on incident.id = stage.incident_id
                        where stage.ended_at is null
                          and (cast(:jurisdiction as text) is null
                               or incident.jurisdiction = :jurisdiction
                               or incident.jurisdiction like :jurisdiction || '-%')
                        group by stage.stage
                        """, Object[].class)
                .setParameter("now", now)
                .setParameter("jurisdiction", jurisdiction, String.class)
                .addScalar("stage", String.class)
                .addScalar("incidents", Long.class)
                .addScalar("overdue", Long.class)
                .addScalar("since", Instant.class)
                .setTupleTransformer((row, columns) -> new StageBacklog(
                        IncidentStage.valueOf((String) row[0]), (Long) row[1], (Long) row[2], (Instant) row[3]))
                .getResultStream()
                .collect(toMap(StageBacklog::stage, identity()));
    }

    /** @param now when plans that are over are no longer waited for */
    Waiting plans(Instant now, @Nullable String jurisdiction) {
        return waiting("""
                select count(*) as waiting, min(solved_at) as since
                from patrol_plan where state = 'PROPOSED' and to_at > :now
                """, jurisdiction, now);
    }

    Waiting missingRights(@Nullable String jurisdiction) {
        return waiting("""
                select count(*) as waiting, min(coalesce(resolved_at, opened_at)) as since
                from incident where missing_rights > 0
                """, jurisdiction);
    }

    Waiting drafts(@Nullable String jurisdiction) {
        return waiting("""
                select count(*) as waiting, min(edited_at) as since
                from communique where state = 'DRAFT'
                """, jurisdiction);
    }

    private Waiting waiting(String sql, @Nullable String jurisdiction) {
        return first(query(sql, jurisdiction));
    }

    private Waiting waiting(String sql, @Nullable String jurisdiction, Instant now) {
        return first(query(sql, jurisdiction).setParameter("now", now));
    }

    private NativeQuery<Object[]> query(String sql, @Nullable String jurisdiction) {
        return session.createNativeQuery(sql + """
                          and (cast(:jurisdiction as text) is null
                               or jurisdiction = :jurisdiction or jurisdiction like :jurisdiction || '-%')
                        """, Object[].class)
                .setParameter("jurisdiction", jurisdiction, String.class);
    }

    private static Waiting first(NativeQuery<Object[]> query) {
        return query.addScalar("waiting", Long.class)
                .addScalar("since", Instant.class)
                .setTupleTransformer((row, columns) -> new Waiting((Long) row[0], (@Nullable Instant) row[1]))
                .getSingleResult();
    }
}
